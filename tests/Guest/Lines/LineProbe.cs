using Switchhook.Guest.Lab;
using Switchhook.Hardware.Lines;

namespace Switchhook.Guest.Lines;

/// <summary>A port under test: what it tells, what comes from its wire, and what is sent there.</summary>
internal sealed class LineProbe
{
    private readonly IAnalogPort _port;
    private readonly List<LineEvent> _events = [];
    private readonly List<short> _heard = [];
    private readonly Queue<short> _toSay = new();
    private int _taken;
    private bool _records;

    /// <summary>Listens to a port.</summary>
    public LineProbe(IAnalogPort port)
    {
        _port = port;
        port.LineEvent += happened =>
        {
            lock (_events)
            {
                _events.Add(happened);
            }
        };
    }

    /// <summary>The port as one towards the exchange.</summary>
    public IFxoPort Fxo => (IFxoPort)_port;

    /// <summary>The port as one towards a telephone.</summary>
    public IFxsPort Fxs => (IFxsPort)_port;

    /// <summary>Why the port cannot be served; null while it can.</summary>
    public string? Fault => _port.Fault;

    /// <summary>Keeps what comes from the wire for so many seconds from now on.</summary>
    public async Task<short[]> Hear(double seconds)
    {
        lock (_heard)
        {
            _heard.Clear();
            _records = true;
        }

        await Check.Pause(seconds);
        lock (_heard)
        {
            _records = false;
            return [.. _heard];
        }
    }

    /// <summary>Sends sound after what still waits to be sent.</summary>
    public void Say(ReadOnlySpan<short> sound)
    {
        lock (_toSay)
        {
            foreach (var sample in sound)
            {
                _toSay.Enqueue(sample);
            }
        }
    }

    /// <summary>Waits until the port tells a change, and drops what it told before.</summary>
    public async Task<LineEvent> Expect(LineEventKind kind, double seconds)
    {
        LineEvent? found = null;
        await Check.Until(() => (found = Next(kind)) is not null, seconds, $"{_port.Name} tells {kind} ({Story()})");
        return found!.Value;
    }

    /// <summary>How often the port told a change since the last one that was expected.</summary>
    public int Count(LineEventKind kind)
    {
        lock (_events)
        {
            return _events.Skip(_taken).Count(one => one.Kind == kind);
        }
    }

    /// <summary>Forgets what the port told.</summary>
    public void Forget()
    {
        lock (_events)
        {
            _taken = _events.Count;
        }
    }

    /// <summary>Moves a block; media thread, around the card's exchange.</summary>
    public void BeforeExchange()
    {
        lock (_toSay)
        {
            var transmit = _port.Transmit;
            for (var i = 0; i < transmit.Length && _toSay.TryDequeue(out var sample); i++)
            {
                transmit[i] = sample;
            }
        }
    }

    /// <summary>Keeps a block; media thread.</summary>
    public void AfterExchange()
    {
        lock (_heard)
        {
            if (_records)
            {
                _heard.AddRange(_port.Received);
            }
        }
    }

    private LineEvent? Next(LineEventKind kind)
    {
        lock (_events)
        {
            var at = _events.FindIndex(_taken, one => one.Kind == kind);
            if (at < 0)
            {
                return null;
            }

            _taken = at + 1;
            return _events[at];
        }
    }

    private string Story()
    {
        lock (_events)
        {
            return string.Join(", ", _events.Select(one => $"{one.Kind} at {one.At.TotalSeconds:0.000}"));
        }
    }
}

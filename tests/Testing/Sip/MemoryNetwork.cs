using System.Net;
using Switchhook.Sip.Transport;

namespace Switchhook.Testing.Sip;

/// <summary>Connects wires in memory by endpoint. Time is the test's, chance comes from a seed; one thread.</summary>
/// <param name="time">The clock; a message that takes no time still waits for the next step of it.</param>
/// <param name="seed">For what happens by chance; a run with the same seed is the same.</param>
public sealed class MemoryNetwork(TimeProvider time, int seed = 1)
{
    private const int FirstStreamPort = 40000;
    private const int StreamPorts = 20000;
    private const int MaxEventsAtOnce = 100_000;

    private readonly Dictionary<IPEndPoint, MemoryWire> _wires = [];
    private readonly Dictionary<long, ITimer> _timers = [];
    private long _timerNumbers;
    private long _streamNumbers;
    private TimeSpan _lastEvent;
    private int _eventsAtOnce;

    /// <summary>The clock's time since its origin.</summary>
    internal TimeSpan Now => time.GetElapsedTime(0);

    internal Random Random { get; } = new(seed);

    /// <summary>A new wire at an endpoint.</summary>
    /// <param name="endpoint">Such as <c>192.0.2.7:5060</c> or <c>[2001:db8::7]:5060</c>.</param>
    /// <param name="listener">Takes what comes; it can be set later.</param>
    /// <exception cref="ArgumentException">The endpoint is taken.</exception>
    public MemoryWire Join(string endpoint, IWireListener? listener = null)
    {
        var wire = new MemoryWire(this, IPEndPoint.Parse(endpoint)) { Listener = listener };
        _wires.Add(wire.Local, wire);
        return wire;
    }

    /// <summary>Takes a wire away, as when a phone loses its power: nobody is told, and what is sent there is lost or refused.</summary>
    public void Leave(MemoryWire wire)
    {
        _wires.Remove(wire.Local);
        wire.ForgetStreams();
    }

    internal MemoryWire? At(IPEndPoint endpoint) => _wires.GetValueOrDefault(endpoint);

    internal MemoryStreamEnd? Open(MemoryWire from, Hop to)
    {
        if (At(to.Remote) is not { } peer)
        {
            return null;
        }

        var number = ++_streamNumbers;
        var seenFrom = new IPEndPoint(from.Local.Address, FirstStreamPort + (int)(number % StreamPorts));
        var near = from.AddStream(new Hop(to.Transport, to.Remote, number), peer);
        var far = peer.AddStream(new Hop(to.Transport, seenFrom, ++_streamNumbers), from);
        near.PeerEnd = far;
        far.PeerEnd = near;
        return near;
    }

    internal void After(TimeSpan delay, Action work)
    {
        var number = ++_timerNumbers;
        _timers[number] = time.CreateTimer(
            _ =>
            {
                _timers.Remove(number, out var timer);
                timer?.Dispose();
                CountEvent();
                work();
            },
            null,
            delay,
            Timeout.InfiniteTimeSpan);
    }

    // Two parties that answer each other without end would hold the test for ever.
    private void CountEvent()
    {
        _eventsAtOnce = Now == _lastEvent ? _eventsAtOnce + 1 : 1;
        _lastEvent = Now;
        if (_eventsAtOnce > MaxEventsAtOnce)
        {
            throw new InvalidOperationException($"{MaxEventsAtOnce} messages while the clock stood: two parties answer each other.");
        }
    }
}

using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Ports;

namespace Switchhook.Hardware.ProSlic.Sound;

/// <summary>Moves the sound of all ports over the highway, a block at a time. Sound thread only, except where said.</summary>
/// <remarks>The step of a highway that runs allocates nothing and takes no lock.</remarks>
/// <param name="card">Name of the card, for messages.</param>
/// <param name="ports">The port of each time slot.</param>
/// <param name="open">Opens the highway.</param>
/// <param name="time">Times the stalls.</param>
/// <param name="faultChanged">Called when <see cref="Fault"/> has changed.</param>
internal sealed class SoundUnit(
    string card, IReadOnlyList<ProSlicPort> ports, Func<ITdmBus> open, TimeProvider time, Action faultChanged) : IDisposable
{
    /// <summary>How long a block is waited for: three blocks, so that a busy board is not taken for a clock that stands.</summary>
    public static readonly TimeSpan Patience = 3 * LineAudio.BlockDuration;

    /// <summary>Without a block for so long the clock stands still.</summary>
    public static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(200);

    private readonly BackOff _backOff = new(TimeSpan.FromMilliseconds(500));
    private readonly short[] _block = new short[LineAudio.BlockSamples];
    private short[] _play = [];
    private short[] _captured = [];
    private ITdmBus? _bus;
    private TimeSpan _openAt;
    private TimeSpan _lastBlockAt;
    private bool _filled;
    private volatile string? _fault;

    /// <summary>What keeps the sound from moving, as a sentence; null while it moves. Any thread.</summary>
    public string? Fault => _fault;

    /// <summary>Tells the media thread of each block.</summary>
    public BlockSignal Signal { get; } = new();

    /// <summary>Moves a block, or tries to get the highway back.</summary>
    /// <returns>How long to wait before the next step; zero while the highway runs: it paces the thread.</returns>
    public TimeSpan Step()
    {
        var now = time.GetElapsedTime(0);
        if (_bus is null && !TryOpen(now))
        {
            return _openAt - now;
        }

        try
        {
            Move(now);
            return TimeSpan.Zero;
        }
        catch (Exception gone) when (ProSlicBuses.IsFailure(gone))
        {
            Close();
            Retry(now, $"The sound device of card {card} is gone ({gone.Message}): check the card; it is tried again by itself.");
            return _openAt - now;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        Signal.Dispose();
    }

    private bool TryOpen(TimeSpan now)
    {
        if (now < _openAt)
        {
            return false;
        }

        try
        {
            var bus = open();
            if (bus.Channels < ports.Count)
            {
                var channels = bus.Channels;
                bus.Dispose();
                Retry(now, $"The sound device of card {card} has {channels} channels for {ports.Count} chips: "
                    + "name the right device under \"sound\" in the board file.");
                return false;
            }

            _bus = bus;
            _play = new short[LineAudio.BlockSamples * bus.Channels];
            _captured = new short[LineAudio.BlockSamples * bus.Channels];
            (_filled, _lastBlockAt) = (false, now);
            return true;
        }
        catch (Exception error) when (ProSlicBuses.IsFailure(error))
        {
            Retry(now, $"The sound device of card {card} cannot be opened: {error.Message}");
            return false;
        }
    }

    private void Move(TimeSpan now)
    {
        Fill();
        if (!_bus!.Exchange(_play, _captured, Patience))
        {
            if (time.GetElapsedTime(0) - _lastBlockAt >= Stall)
            {
                SetFault($"The sound clock of card {card} stands still: check the card's clock and its sound device.");
            }

            return;
        }

        _filled = false;
        _lastBlockAt = time.GetElapsedTime(0);
        if (_fault is not null)
        {
            _backOff.Work(now);
            Restart();
            SetFault(null);
        }

        Spread();
        Signal.Moved();
    }

    // A block that could not be sent is sent with the next try.
    private void Fill()
    {
        if (_filled)
        {
            return;
        }

        var channels = _bus!.Channels;
        for (var slot = 0; slot < ports.Count; slot++)
        {
            var port = ports[slot];
            port.Sound.ToWire(_block);
            if (port.Fault is not null)
            {
                Array.Clear(_block);
            }

            for (var i = 0; i < _block.Length; i++)
            {
                _play[(i * channels) + slot] = _block[i];
            }
        }

        _filled = true;
    }

    private void Spread()
    {
        var channels = _bus!.Channels;
        for (var slot = 0; slot < ports.Count; slot++)
        {
            var port = ports[slot];
            var silent = port.Fault is not null;
            for (var i = 0; i < _block.Length; i++)
            {
                _block[i] = silent ? (short)0 : _captured[(i * channels) + slot];
            }

            port.Sound.FromWire(_block);
        }
    }

    private void Restart()
    {
        for (var slot = 0; slot < ports.Count; slot++)
        {
            ports[slot].Sound.Restart();
        }
    }

    private void Retry(TimeSpan now, string words)
    {
        _openAt = _backOff.Fail(now);
        SetFault(words);
    }

    private void SetFault(string? words)
    {
        if (words != _fault)
        {
            _fault = words;
            faultChanged();
        }
    }

    private void Close()
    {
        _bus?.Dispose();
        _bus = null;
    }
}

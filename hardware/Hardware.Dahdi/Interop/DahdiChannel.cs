using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>A channel behind <c>/dev/dahdi/channel</c>.</summary>
/// <remarks>
/// Sound is 16-bit linear: the kernel's table turns it into the law that the card's codecs speak, which only the driver knows. To do the
/// same by a table here would save nothing and could choose the wrong law.
/// </remarks>
internal sealed class DahdiChannel : IDahdiChannel
{
    private const int ReplaceDigits = 2;
    private const int FlushReading = 1;
    private const int RedAlarmBit = 1 << 3;
    private const int Taps = 128;

    /// <summary>Of 20 ms: what the kernel keeps while the thread stands still.</summary>
    private const int Buffers = 8;

    /// <summary>
    /// Shortest time in which the drivers do their own judging of breaks and bounces. They must leave it to the firmware: it hears of each
    /// change of the loop at once (ONHOOK otherwise comes after 1250 ms), and of a battery that goes away right after off-hook. Zero would
    /// be a timer that never ends.
    /// </summary>
    private const int AtOnce = 1;

    // The dial of the simulated card, and of most countries.
    private const int PulseBreak = 60;
    private const int PulseMake = 40;
    private const int PulseAfter = 760;

    // A ring lasts until another feed is set: nobody rings for an hour in one burst. The pause must not be zero.
    private const int LongestRing = 3_600_000;
    private const int RingPause = 1000;

    private readonly DahdiFile _file;
    private ChannelParams _params;
    private DialOperation _dial = new() { Operation = ReplaceDigits };

    /// <summary>Opens and prepares a channel.</summary>
    public DahdiChannel(string node, int channel, bool cancelEcho)
    {
        _file = new DahdiFile(node);
        try
        {
            Must(_file.Control(Request.Specify, channel), channel);
            Must(_file.Control(Request.SetLinear, 1), channel);
            var buffers = new BufferInfo { Buffers = Buffers, Samples = Lines.LineAudio.BlockSamples };
            Must(_file.Control(Request.SetBufferInfo, ref buffers), channel);
            Must(_file.Control(Request.GetParams, ref _params), channel);
            (_params.BeforeFlash, _params.ReceivedFlash, _params.Debounce) = (AtOnce, AtOnce, AtOnce);
            (_params.PulseBreak, _params.PulseMake, _params.PulseAfter) = (PulseBreak, PulseMake, PulseAfter);
            Must(_file.Control(Request.SetParams, ref _params), channel);
            var cadence = default(RingCadence);
            (cadence[0], cadence[1]) = (LongestRing, RingPause);
            Must(_file.Control(Request.SetCadence, ref cadence), channel);
            Must(cancelEcho ? _file.Control(Request.EchoCancel, Taps) : Outcome.Done, channel);
        }
        catch (DahdiException)
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Number for a wait.</summary>
    public int File => _file.Number;

    /// <inheritdoc/>
    public bool EventWaits { get; set; }

    /// <inheritdoc/>
    public int Error => _file.Error;

    /// <inheritdoc/>
    public Outcome Read(Span<short> block)
    {
        var outcome = _file.Read(block, out var count);
        block[count..].Clear();
        return outcome;
    }

    /// <inheritdoc/>
    public Outcome Write(ReadOnlySpan<short> block) => _file.Write(block);

    /// <inheritdoc/>
    public ChannelEvent NextEvent()
    {
        // It fails on a channel that is gone only; anything else would wake the thread for ever.
        var number = 0;
        return _file.Control(Request.GetEvent, ref number) == Outcome.Done ? (ChannelEvent)number : ChannelEvent.Removed;
    }

    /// <inheritdoc/>
    public Outcome Sense(out LineSense sense)
    {
        var outcome = _file.Control(Request.GetParams, ref _params);
        sense = new LineSense((ReceivedHook)_params.ReceivedHook, (_params.Alarms & RedAlarmBit) != 0);
        return outcome;
    }

    /// <inheritdoc/>
    public Outcome Hook(HookCommand command) => _file.Control(Request.Hook, (int)command);

    /// <inheritdoc/>
    public Outcome Flash(TimeSpan length)
    {
        _params.Flash = Math.Max(AtOnce, (int)length.TotalMilliseconds);
        var outcome = _file.Control(Request.SetParams, ref _params);
        return outcome == Outcome.Done ? Hook(HookCommand.Flash) : outcome;
    }

    /// <inheritdoc/>
    public unsafe Outcome DialPulses(ReadOnlySpan<char> digits)
    {
        _dial.Digits[0] = (byte)'P';
        for (var i = 0; i < digits.Length; i++)
        {
            _dial.Digits[i + 1] = (byte)digits[i];
        }

        _dial.Digits[digits.Length + 1] = 0;
        return _file.Control(Request.Dial, ref _dial);
    }

    /// <inheritdoc/>
    public Outcome SetPolarity(bool reversed) => _file.Control(Request.SetPolarity, reversed ? 1 : 0);

    /// <inheritdoc/>
    public Outcome OnHookTransfer(TimeSpan length) => _file.Control(Request.OnHookTransfer, (int)length.TotalMilliseconds);

    /// <inheritdoc/>
    public Outcome FlushReceived() => _file.Control(Request.Flush, FlushReading);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Must(Outcome outcome, int channel)
    {
        if (outcome != Outcome.Done)
        {
            throw new DahdiException(outcome == Outcome.Busy
                ? $"DAHDI channel {channel} is in use by another program: stop it, and the port comes back by itself."
                : $"DAHDI channel {channel} cannot be opened (error {Error}).");
        }
    }
}

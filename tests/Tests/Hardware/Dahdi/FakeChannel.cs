using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>A channel in memory, with the habits of dahdi-base that the ports must cope with.</summary>
internal sealed class FakeChannel(bool isFxs, Action closed) : IDahdiChannel
{
    private const int KernelBuffers = 8;

    private readonly Queue<ChannelEvent> _events = new();
    private readonly short[] _incoming = new short[LineAudio.BlockSamples];
    private int _readable;

    /// <summary>True once the device was taken away.</summary>
    public bool IsGone { get; set; }

    /// <summary>Answer to every call but events, when it is a fault.</summary>
    public Outcome? Broken { get; set; }

    /// <summary>What the driver sees on the wire.</summary>
    public ReceivedHook Seen { get; set; } = isFxs ? ReceivedHook.OnHook : ReceivedHook.OffHook;

    /// <summary>FXO: without battery for a second.</summary>
    public bool RedAlarm { get; set; }

    /// <summary>True when the driver knows polarity and on-hook transmission.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>True while the driver refuses a flash.</summary>
    public bool RefusesFlash { get; set; }

    /// <summary>False lets the commands go without a note.</summary>
    public bool Notes { get; set; } = true;

    /// <summary>Commands in words, in order.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Value of each sample that comes from the wire.</summary>
    public short Incoming { get; set; }

    /// <summary>First sample of the last block that was written.</summary>
    public short LastWritten { get; private set; }

    /// <summary>Blocks that were written and not played yet.</summary>
    public int Queued { get; private set; }

    /// <summary>Blocks that were written.</summary>
    public int Written { get; private set; }

    /// <summary>True when the echo canceller is on.</summary>
    public bool CancelsEcho { get; init; }

    public bool EventWaits => IsGone || _events.Count > 0;

    public int Error => IsGone ? 19 : 5;

    /// <summary>An event comes.</summary>
    public void Tell(ChannelEvent happened) => _events.Enqueue(happened);

    /// <summary>FXS: the telephone's loop changes; the kernel tells at once and shows it.</summary>
    public void Loop(bool closes)
    {
        Seen = closes ? ReceivedHook.OffHook : ReceivedHook.OnHook;
        Tell(closes ? ChannelEvent.RingOrOffHook : ChannelEvent.OnHook);
    }

    /// <summary>A block of the card's clock passes.</summary>
    public void FillBlock()
    {
        _readable = Math.Min(_readable + 1, KernelBuffers);
        Queued = Math.Max(0, Queued - 1);
    }

    public Outcome Read(Span<short> block)
    {
        if (Answer() is { } fault)
        {
            return fault;
        }

        if (_events.Count > 0)
        {
            return Outcome.EventFirst;
        }

        if (_readable == 0)
        {
            return Outcome.Nothing;
        }

        _readable--;
        _incoming.AsSpan().Fill(Incoming);
        _incoming.CopyTo(block);
        return Outcome.Done;
    }

    public Outcome Write(ReadOnlySpan<short> block)
    {
        if (Answer() is { } fault)
        {
            return fault;
        }

        if (_events.Count > 0)
        {
            return Outcome.EventFirst;
        }

        if (Queued == KernelBuffers)
        {
            return Outcome.Nothing;
        }

        (LastWritten, Queued, Written) = (block[0], Queued + 1, Written + 1);
        return Outcome.Done;
    }

    public ChannelEvent NextEvent() =>
        IsGone ? ChannelEvent.Removed : _events.TryDequeue(out var next) ? next : ChannelEvent.None;

    public Outcome Sense(out LineSense sense)
    {
        sense = new LineSense(Seen, RedAlarm);
        return Answer() ?? Outcome.Done;
    }

    public Outcome Hook(HookCommand command)
    {
        Commands.Add(command.ToString());
        if (command == HookCommand.OnHook)
        {
            (_readable, Queued) = (0, 0);
        }

        return Answer() ?? Outcome.Done;
    }

    public Outcome Flash(TimeSpan length)
    {
        Commands.Add($"Flash {length.TotalMilliseconds}");
        return Answer() ?? (RefusesFlash ? Outcome.Busy : Outcome.Done);
    }

    public Outcome DialPulses(ReadOnlySpan<char> digits)
    {
        Commands.Add($"Dial {digits}");
        return Answer() ?? Outcome.Done;
    }

    public Outcome SetPolarity(bool reversed)
    {
        Commands.Add($"Polarity {reversed}");
        return Answer() ?? (IsWhole ? Outcome.Done : Outcome.Unsupported);
    }

    public Outcome OnHookTransfer(TimeSpan length)
    {
        if (Notes)
        {
            Commands.Add($"OnHookTransfer {length.TotalMilliseconds}");
        }

        return Answer() ?? (IsWhole ? Outcome.Done : Outcome.Unsupported);
    }

    public Outcome FlushReceived()
    {
        _readable = 0;
        return Answer() ?? Outcome.Done;
    }

    public void Dispose() => closed();

    private Outcome? Answer() => IsGone ? Outcome.Gone : Broken;
}

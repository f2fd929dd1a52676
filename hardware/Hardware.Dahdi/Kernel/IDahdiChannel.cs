namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>An open channel. No call waits, allocates or throws; card's thread only.</summary>
internal interface IDahdiChannel : IDisposable
{
    /// <summary>True when the last wait saw that an event is there to be taken.</summary>
    bool EventWaits { get; }

    /// <summary>Error number of the call that failed last.</summary>
    int Error { get; }

    /// <summary>Reads a block.</summary>
    Outcome Read(Span<short> block);

    /// <summary>Writes a block.</summary>
    Outcome Write(ReadOnlySpan<short> block);

    /// <summary>Takes the oldest event; <see cref="ChannelEvent.None"/> when there is none.</summary>
    ChannelEvent NextEvent();

    /// <summary>Looks at the wire.</summary>
    Outcome Sense(out LineSense sense);

    /// <summary>Commands the hook.</summary>
    Outcome Hook(HookCommand command);

    /// <summary>Opens the loop for a time by the card's own clock; <see cref="ChannelEvent.HookComplete"/> tells the end.</summary>
    Outcome Flash(TimeSpan length);

    /// <summary>
    /// Dials digits by pulses (60 ms break, 40 ms make, 800 ms between digits); <see cref="ChannelEvent.DialComplete"/> tells the end.
    /// A write ends it.
    /// </summary>
    Outcome DialPulses(ReadOnlySpan<char> digits);

    /// <summary>FXS: battery in normal or reversed polarity.</summary>
    Outcome SetPolarity(bool reversed);

    /// <summary>FXS: lets sound pass to a telephone that is on-hook, for a time.</summary>
    Outcome OnHookTransfer(TimeSpan length);

    /// <summary>Forgets what was received: the next block begins now.</summary>
    Outcome FlushReceived();
}

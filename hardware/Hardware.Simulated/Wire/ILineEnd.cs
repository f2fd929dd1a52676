namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>One end of a line, driven sample by sample by <see cref="LineCircuit"/>; media thread only.</summary>
internal interface ILineEnd
{
    /// <summary>The sample at which this end does something by itself; <see cref="SampleTime.Never"/> without plans.</summary>
    long NextChange { get; }

    /// <summary>True when this end has sound to send that can be heard while the loop is open.</summary>
    bool IsSending { get; }

    /// <summary>True when this end may have got something to send since the last block, so that a line at rest must look again.</summary>
    bool IsTouched => false;

    /// <summary>Does what is due. Afterwards <see cref="NextChange"/> is later than <paramref name="now"/>.</summary>
    void Act(long now);

    /// <summary>Fills a part of the block with what this end puts on the wire.</summary>
    /// <param name="part">The part.</param>
    /// <param name="offset">Where the part begins in the block.</param>
    void Send(Span<short> part, int offset);

    /// <summary>Takes the whole block that arrived.</summary>
    /// <param name="block">The sound.</param>
    /// <param name="start">Sample number of its first sample.</param>
    void Hear(ReadOnlySpan<short> block, long start);

    /// <summary>Nothing passed the wire in this block, and nothing was sent.</summary>
    void HearNothing();
}

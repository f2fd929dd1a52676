namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>Bounds of the delay that a jitter buffer adds.</summary>
internal sealed record JitterOptions
{
    /// <summary>The least: one block, since sound is played in blocks.</summary>
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The most; packets that are later are lost.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What a stream begins with, when nothing is known of its network.</summary>
    public TimeSpan StartDelay { get; init; } = TimeSpan.FromMilliseconds(40);
}

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>What became of the packets of a stream, since its start.</summary>
/// <param name="Received">Packets that came, each once.</param>
/// <param name="Lost">Packets that did not come.</param>
/// <param name="Late">Packets that came after their time to be played; some are played yet, when the delay grows at once.</param>
/// <param name="Duplicated">Packets that came again.</param>
/// <param name="Reordered">Packets that came after a newer one.</param>
/// <param name="Restarts">How often the stream began anew: another source, or a jump of its numbers or its clock.</param>
internal readonly record struct JitterStatistics(
    long Received, long Lost, long Late, long Duplicated, long Reordered, int Restarts)
{
    /// <summary>Milliseconds of what the other side sent that were played.</summary>
    public double PlayedMilliseconds { get; init; }

    /// <summary>Milliseconds that were filled in.</summary>
    public double ConcealedMilliseconds { get; init; }

    /// <summary>In how many gaps.</summary>
    public long Gaps { get; init; }

    /// <summary>Milliseconds that sound is played after its fastest packets arrive.</summary>
    public double DelayMilliseconds { get; init; }

    /// <summary>The mean of that.</summary>
    public double MeanDelayMilliseconds { get; init; }

    /// <summary>What that should be, as the network is.</summary>
    public double TargetMilliseconds { get; init; }
}

namespace Switchhook.Sip.Rtp.Quality;

/// <summary>How good the sound of one direction of a leg was.</summary>
/// <param name="Packets">Packets that came, each once.</param>
/// <param name="Lost">Packets that did not come.</param>
/// <param name="Late">Packets that came too late to be played in time; 0 when not known.</param>
/// <param name="Duplicated">Packets that came again; 0 when not known.</param>
/// <param name="JitterMilliseconds">Interarrival jitter (RFC 3550 §6.4.1).</param>
/// <param name="DelayMilliseconds">From mouth to ear, as far as it is known: packet, half of the round trip, jitter buffer.</param>
/// <param name="Mos">Mean opinion score by the E-model, 1 to 4.5.</param>
public sealed record StreamQuality(
    long Packets, long Lost, long Late, long Duplicated, double JitterMilliseconds, double DelayMilliseconds, double Mos)
{
    /// <summary>Share of packets that were lost or late, 0 to 1.</summary>
    public double LossShare => Packets + Lost == 0 ? 0 : Math.Min(1, (Lost + Late) / (double)(Packets + Lost));
}

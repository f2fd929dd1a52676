using Switchhook.Sip.Rtp.Control;

namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>What the RTP thread knows of the quality of a stream.</summary>
/// <param name="Received">Packets that came, each once.</param>
/// <param name="Lost">Packets that did not come.</param>
/// <param name="Duplicated">Packets that came again.</param>
/// <param name="JitterMilliseconds">Interarrival jitter.</param>
/// <param name="Sent">Packets that the box sent.</param>
/// <param name="Reported">What the other side reported last; null before it did.</param>
/// <param name="RoundTrip">To the other side and back; null while it is not known.</param>
internal readonly record struct NetworkFigures(
    long Received, long Lost, long Duplicated, double JitterMilliseconds, long Sent, ReportBlock? Reported, TimeSpan? RoundTrip)
{
    /// <summary>What RTCP knows, and how many packets were sent.</summary>
    public static NetworkFigures Of(ControlSession control, long sent) => new(
        control.Reception.Received,
        control.Reception.Lost,
        control.Reception.Duplicated,
        control.Reception.JitterMilliseconds,
        sent,
        control.Reported,
        control.RoundTrip);
}

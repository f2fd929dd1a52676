namespace Switchhook.Sip.Rtp.Control;

/// <summary>When reports are sent (RFC 3550 §6.3.1 with two members): about every 5 s, never in step with others.</summary>
internal static class ControlSchedule
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // RFC 3550 §6.3.1: what makes up for reports that are put off.
    private const double Compensation = Math.E - 1.5;

    /// <summary>Time until the next report.</summary>
    /// <param name="isFirst">The first one comes after half the time, so that short calls have one too.</param>
    /// <param name="random">Where chance comes from.</param>
    public static TimeSpan Next(bool isFirst, Random random) =>
        (isFirst ? Interval / 2 : Interval) * ((0.5 + random.NextDouble()) / Compensation);
}

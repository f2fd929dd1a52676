namespace Switchhook.Sip.Sessions;

/// <summary>How long a side waits after 491 before it asks again (RFC 3261 §14.1), so that the two do not collide for ever.</summary>
internal static class GlareBackOff
{
    private const int Step = 10;

    /// <summary>A new wait, in steps of 10 ms.</summary>
    /// <param name="ownsCallId">The box made the Call-ID of the dialog: 2.1 to 4 s. Otherwise 0 to 2 s.</param>
    /// <param name="random">Chance.</param>
    public static TimeSpan Next(bool ownsCallId, Random random) =>
        TimeSpan.FromMilliseconds(Step * (ownsCallId ? random.Next(210, 401) : random.Next(0, 201)));
}

namespace Switchhook.Sip.Guard.Tables;

/// <summary>What the guard says.</summary>
internal static class GuardWords
{
    /// <summary>Such as <c>10 wrong passwords</c>.</summary>
    public static string Of(Offence offence, int count) => offence switch
    {
        Offence.Malformed => $"{count} messages that cannot be read",
        Offence.FailedAuthentication => $"{count} wrong passwords",
        Offence.Scanner => "a known attack tool",
        Offence.Flood => "far more messages than are heard",
        Offence.FailedHandshake => $"{count} TLS connections that came to nothing",
    };

    /// <summary>Such as <c>5 minutes</c> or <c>2 hours 40 minutes</c>.</summary>
    public static string Of(TimeSpan length)
    {
        var seconds = (long)Math.Ceiling(length.TotalSeconds);
        if (seconds < 60)
        {
            return Count(seconds, "second");
        }

        var minutes = (seconds + 59) / 60;
        var hours = Count(minutes / 60, "hour");
        return minutes < 60 ? Count(minutes, "minute") : minutes % 60 == 0 ? hours : $"{hours} {Count(minutes % 60, "minute")}";
    }

    private static string Count(long count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}

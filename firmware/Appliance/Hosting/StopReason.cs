namespace Switchhook.Appliance.Hosting;

/// <summary>What a box that asks to be stopped wants done.</summary>
internal enum StopReason
{
    /// <summary>Stop and start again.</summary>
    Restart,

    /// <summary>Stop and start again: the site asks for it.</summary>
    RestartForSite,

    /// <summary>Stop, and start again without accounts and keys: whoever has the new claim code makes the first account.</summary>
    RestartWithoutAccess,

    /// <summary>Stop and start again, as an administrator wants.</summary>
    RestartByPage,

    /// <summary>Stop for good: the battery of the power supply is nearly empty.</summary>
    PowerEnds,
}

/// <summary>The reasons for people.</summary>
internal static class StopReasons
{
    /// <summary>A sentence.</summary>
    public static string InWords(this StopReason reason) => reason switch
    {
        StopReason.Restart => "A button starts it anew.",
        StopReason.RestartForSite => "It starts anew with another country, board or network.",
        StopReason.RestartWithoutAccess => "A button starts it anew without its accounts and keys.",
        StopReason.RestartByPage => "An administrator starts it anew by the page or the API.",
        StopReason.PowerEnds => "The battery of its power supply is nearly empty.",
    };
}

namespace Switchhook.Site;

/// <summary>What holds when the site file says nothing, and the limits of what it may say.</summary>
public static class SiteDefaults
{
    /// <summary>Language of synthesised prompts.</summary>
    public const string Language = "en";

    /// <summary>A second call beeps in a phone that is in use.</summary>
    public const bool CallWaiting = true;

    /// <summary>Whom a hunt group rings.</summary>
    public const HuntStrategy Strategy = HuntStrategy.RingAll;

    /// <summary>How often a hunt group tries all phones.</summary>
    public const int Rounds = 2;

    /// <summary>Most rounds of a hunt group.</summary>
    public const int MostRounds = 20;

    /// <summary>Digits of the shortest extension.</summary>
    public const int ShortestExtension = 2;

    /// <summary>Digits of the longest extension.</summary>
    public const int LongestExtension = 6;

    /// <summary>Most digits of a prefix for calls out.</summary>
    public const int LongestPrefix = 4;

    /// <summary>Most digits of a number after the prefix: E.164 has 15, an international call some more in front of them.</summary>
    public const int MostDigits = 20;

    /// <summary>Most characters of a text for speech synthesis: about two minutes.</summary>
    public const int LongestSpeech = 2000;

    /// <summary>How long a hunt group rings in one attempt.</summary>
    public static readonly TimeSpan Ring = TimeSpan.FromSeconds(20);

    /// <summary>Shortest ring time: one ring of every country.</summary>
    public static readonly TimeSpan ShortestRing = TimeSpan.FromSeconds(5);

    /// <summary>Longest ring time.</summary>
    public static readonly TimeSpan LongestRing = TimeSpan.FromMinutes(3);

    /// <summary>Wait between two rounds of a hunt group.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Shortest wait between two rounds; without one, a group of busy phones would be tried without end.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two rounds.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
}

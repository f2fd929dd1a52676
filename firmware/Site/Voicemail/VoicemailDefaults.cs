namespace Switchhook.Site.Voicemail;

/// <summary>What holds when the file says nothing of a mailbox, and the limits of what it may say.</summary>
public static class VoicemailDefaults
{
    /// <summary>Most messages of a mailbox.</summary>
    public const int Most = 100;

    /// <summary>Most that may be allowed.</summary>
    public const int MostOfMost = 1000;

    /// <summary>Most characters of a name that is said.</summary>
    public const int LongestName = 60;

    /// <summary>Fewest digits of a PIN.</summary>
    public const int ShortestPin = 4;

    /// <summary>Most digits of a PIN.</summary>
    public const int LongestPin = 12;

    /// <summary>How a phone on a port tells of messages.</summary>
    public static readonly ValueList<MessageLampKind> MessageLamp = [MessageLampKind.Stutter, MessageLampKind.Fsk];

    /// <summary>How long messages are kept.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    /// <summary>The shortest time for which messages may be kept.</summary>
    public static readonly TimeSpan ShortestKeep = TimeSpan.FromHours(1);

    /// <summary>The longest.</summary>
    public static readonly TimeSpan LongestKeep = TimeSpan.FromDays(366);

    /// <summary>How long a caller may speak.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>The least that may be set.</summary>
    public static readonly TimeSpan ShortestLongest = TimeSpan.FromSeconds(10);

    /// <summary>The most that may be set.</summary>
    public static readonly TimeSpan LongestLongest = TimeSpan.FromMinutes(15);
}

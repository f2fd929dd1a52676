namespace Switchhook.Calls.Live;

/// <summary>What lines and phones are doing, as the journal says it: "Phone 101 is …".</summary>
public static class StatusWords
{
    /// <summary>The state of a phone, to follow "is".</summary>
    public static string InWords(this PhoneStatus status) => status switch
    {
        PhoneStatus.Idle => "free",
        PhoneStatus.Ringing => "ringing for someone else",
        PhoneStatus.OffHook => "lifted",
        PhoneStatus.InCall => "in a call",
        PhoneStatus.LeftOffHook => "left off the hook",
        PhoneStatus.OutOfOrder => "out of order",
        PhoneStatus.NotRegistered => "not connected to the box",
    };

    /// <summary>The state of a line, to follow "is".</summary>
    public static string InWords(this LineStatus status) => status switch
    {
        LineStatus.Idle => "free",
        LineStatus.Ringing => "ringing",
        LineStatus.InUse => "in use",
        LineStatus.NoBattery => "without battery (unplugged or faulty)",
        LineStatus.OutOfOrder => "out of order",
        LineStatus.Unreachable => "without a connection to its provider",
    };
}

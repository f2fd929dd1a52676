namespace Switchhook.Site.Voicemail;

/// <summary>How a phone on a port tells of messages; its own lamp, where it has one, knows one of the ways.</summary>
public enum MessageLampKind
{
    /// <summary>Its dial tone stutters.</summary>
    Stutter,

    /// <summary>A data message on the idle line lights its lamp, and another one puts it out.</summary>
    Fsk,

    /// <summary>The idle line is reversed while messages wait, which lights lamps that hang between the wires.</summary>
    Polarity,
}

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>What a block that was played consists of.</summary>
internal enum Played
{
    /// <summary>Nothing was there to be played: the other side sends nothing.</summary>
    Silence,

    /// <summary>Only what it said.</summary>
    Sound,

    /// <summary>In it, something that was lost or late is filled in.</summary>
    Concealed,
}

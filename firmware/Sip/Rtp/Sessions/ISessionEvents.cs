namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>What the RTP thread tells of a session. Called on it; rare, so that it may allocate.</summary>
internal interface ISessionEvents
{
    /// <summary>A key was pressed, as RFC 4733 tells.</summary>
    void PressedKey(char digit);

    /// <summary>Packets are expected, and none came for long.</summary>
    void WentSilent();
}

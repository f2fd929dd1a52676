namespace Switchhook.Sip.Sessions;

/// <summary>Which side, or what, ended a session.</summary>
internal enum EndedBy
{
    /// <summary>The box: hung up, gave up ringing, refused.</summary>
    Box,

    /// <summary>The peer: hung up, gave up ringing, refused.</summary>
    Peer,

    /// <summary>The peer is silent: no answer, no ACK, no refresh in time.</summary>
    Silence,

    /// <summary>The wire could not carry a message.</summary>
    Wire,
}

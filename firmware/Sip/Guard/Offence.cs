namespace Switchhook.Sip.Guard;

/// <summary>What an address may do a few times, and not often.</summary>
public enum Offence
{
    /// <summary>Sends what is no SIP, or SIP that cannot be read.</summary>
    Malformed,

    /// <summary>Gives a wrong password.</summary>
    FailedAuthentication,

    /// <summary>Calls or registers what is not there: it looks for extensions.</summary>
    UnknownExtension,

    /// <summary>Calls itself by the name of a known attack tool.</summary>
    Scanner,

    /// <summary>Goes on sending faster than it is heard.</summary>
    Flood,

    /// <summary>Begins TLS and does not come through with it.</summary>
    FailedHandshake,
}

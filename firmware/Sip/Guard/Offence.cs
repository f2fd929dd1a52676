namespace Switchhook.Sip.Guard;

/// <summary>What an address may do a few times, and not often.</summary>
public enum Offence
{
    /// <summary>Sends what is no SIP, or SIP that cannot be read.</summary>
    Malformed,

    /// <summary>Gives a wrong password, or one for an account that is not there: a ban that came sooner would tell which are.</summary>
    FailedAuthentication,

    /// <summary>Calls itself by the name of a known attack tool.</summary>
    Scanner,

    /// <summary>Goes on sending faster than it is heard.</summary>
    Flood,

    /// <summary>Begins TLS and does not come through with it.</summary>
    FailedHandshake,
}

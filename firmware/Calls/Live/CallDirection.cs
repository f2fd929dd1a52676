namespace Switchhook.Calls.Live;

/// <summary>Which way a call went.</summary>
public enum CallDirection
{
    /// <summary>From the exchange into the house.</summary>
    Inbound,

    /// <summary>From a phone to the exchange.</summary>
    Outbound,

    /// <summary>From phone to phone.</summary>
    Internal,
}

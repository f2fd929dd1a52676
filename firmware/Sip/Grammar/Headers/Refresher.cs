namespace Switchhook.Sip.Grammar.Headers;

/// <summary>Who refreshes a session, by the direction of the request that carries it (RFC 4028 §4).</summary>
internal enum Refresher
{
    /// <summary>The other side may choose.</summary>
    Unsaid,

    /// <summary>Who sent the request.</summary>
    Uac,

    /// <summary>Who answers it.</summary>
    Uas,
}

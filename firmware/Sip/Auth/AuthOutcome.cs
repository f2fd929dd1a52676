namespace Switchhook.Sip.Auth;

/// <summary>What a server makes of a request's credentials.</summary>
internal enum AuthOutcome
{
    /// <summary>They are right.</summary>
    Accepted,

    /// <summary>There are none for this realm: ask for them.</summary>
    Challenge,

    /// <summary>The password is right, the nonce no longer: ask again, and say so, and the phone tries again by itself.</summary>
    Stale,

    /// <summary>They are wrong, for whatever reason: the same answer whether the account exists or not.</summary>
    Refused,
}

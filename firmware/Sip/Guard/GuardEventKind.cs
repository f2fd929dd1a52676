namespace Switchhook.Sip.Guard;

/// <summary>What the guard did.</summary>
public enum GuardEventKind
{
    /// <summary>An address is not heard for a while.</summary>
    Banned,

    /// <summary>It is heard again.</summary>
    Released,

    /// <summary>Somebody guesses at the password of an account.</summary>
    Guessed,

    /// <summary>So much happened that not all of it was told.</summary>
    Untold,
}

namespace Switchhook.Testing.Sip.Torture;

/// <summary>How RFC 4475 wants a message to be taken.</summary>
public enum TortureKind
{
    /// <summary>It is well-formed, and must be understood.</summary>
    Parse,

    /// <summary>It is wrong, and must be refused.</summary>
    Reject,

    /// <summary>It is wrong, and may be refused or understood as it was meant.</summary>
    Either,
}

namespace Switchhook.Sip.Transport.Tls;

/// <summary>Who may have signed the certificate of another side.</summary>
public enum TlsRoots
{
    /// <summary>The authorities that the system knows.</summary>
    System,

    /// <summary>Given ones only, such as a provider's own.</summary>
    Given,

    /// <summary>Anybody, and for any name: the connection is secret, but to whom is not known.</summary>
    Anybody,
}

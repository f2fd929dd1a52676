namespace Switchhook.Sip.Sdp;

/// <summary>How much of a session description is read; the largest that phones send stay below a third of each.</summary>
internal static class SdpLimits
{
    /// <summary>Octets of the body.</summary>
    public const int Size = 16 * 1024;

    /// <summary>Lines of the body.</summary>
    public const int Lines = 512;

    /// <summary>Media descriptions.</summary>
    public const int Media = 16;

    /// <summary>Formats of one media description.</summary>
    public const int Formats = 64;

    /// <summary>Attributes of the session, and of each media description.</summary>
    public const int Attributes = 256;

    /// <summary>Crypto attributes of one media description.</summary>
    public const int Crypto = 16;
}

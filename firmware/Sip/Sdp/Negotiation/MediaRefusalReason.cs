namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>The kinds of <see cref="MediaRefusal"/>.</summary>
internal enum MediaRefusalReason
{
    /// <summary>The body is no session description.</summary>
    Unreadable,

    /// <summary>An offer came while one of the box waits for its answer.</summary>
    OfferOpen,

    /// <summary>An answer came though the box offered nothing.</summary>
    NothingOffered,

    /// <summary>There is no audio over RTP, or it is switched off.</summary>
    NoAudio,

    /// <summary>It names no address to which the box could send.</summary>
    NoAddress,

    /// <summary>No codec of the box is among those named.</summary>
    NoCommonCodec,

    /// <summary>One side demands SRTP and the other has it not, or no common suite.</summary>
    NoSrtp,
}

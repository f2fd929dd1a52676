namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>Why an offer or an answer leads to no sound. The session stays as it was.</summary>
/// <param name="Reason">The kind of reason.</param>
/// <param name="Words">The reason in words, in printable ASCII.</param>
internal sealed record MediaRefusal(MediaRefusalReason Reason, string Words)
{
    /// <summary>The status with which an offer is refused (RFC 3261 §21.4).</summary>
    public int Status => Reason switch
    {
        MediaRefusalReason.Unreadable => 400,
        MediaRefusalReason.OfferOpen => 491,
        MediaRefusalReason.NothingOffered or MediaRefusalReason.NoAudio or MediaRefusalReason.NoAddress
            or MediaRefusalReason.NoCommonCodec or MediaRefusalReason.NoSrtp => 488,
    };

    /// <summary>The code of a Warning header (RFC 3261 §20.43).</summary>
    public int Warning => Reason switch
    {
        MediaRefusalReason.NoAddress => 301,
        MediaRefusalReason.NoSrtp => 302,
        MediaRefusalReason.NoAudio => 304,
        MediaRefusalReason.NoCommonCodec => 305,
        MediaRefusalReason.Unreadable or MediaRefusalReason.OfferOpen or MediaRefusalReason.NothingOffered => 399,
    };
}

namespace Switchhook.Site;

/// <summary>The codecs that a SIP phone or a trunk may be given, by the names that SDP has for them.</summary>
public enum SipCodec
{
    /// <summary>G.711 µ-law.</summary>
    Pcmu,

    /// <summary>G.711 A-law.</summary>
    Pcma,

    /// <summary>G.722: twice the band of a telephone at the same rate.</summary>
    G722,
}

namespace Switchhook.Sip.Media;

/// <summary>The codecs of the box; the RTP clock of all is 8000 Hz, of G.722 by the letter of RFC 3551 §4.5.2.</summary>
public enum AudioCodec
{
    /// <summary>G.711 µ-law, static payload type 0.</summary>
    Pcmu,

    /// <summary>G.711 A-law, static payload type 8.</summary>
    Pcma,

    /// <summary>G.722 at 64 kbit/s, 16 kHz, static payload type 9.</summary>
    G722,
}

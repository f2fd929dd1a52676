namespace Switchhook.Testing.Sip.Baresip;

/// <summary>Codecs that baresip has.</summary>
public enum BaresipCodec
{
    /// <summary>G.711 A-law.</summary>
    Pcma,

    /// <summary>G.711 µ-law.</summary>
    Pcmu,

    /// <summary>G.722 at 64 kbit/s: 16 kHz sound.</summary>
    G722,

    /// <summary>Opus: 48 kHz sound in two channels.</summary>
    Opus,
}

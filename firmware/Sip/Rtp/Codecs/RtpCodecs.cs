using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Rtp.Codecs;

/// <summary>What the payload of each codec is made by. Each direction of each stream has its own, which its owner disposes.</summary>
internal static class RtpCodecs
{
    /// <summary>An encoder at the beginning of a stream.</summary>
    public static IAudioEncoder Encoder(AudioCodec codec) => codec switch
    {
        AudioCodec.Pcmu => new G711Encoder(CompandingLaw.MuLaw),
        AudioCodec.Pcma => new G711Encoder(CompandingLaw.ALaw),
        AudioCodec.G722 => new G722Encoder(),
    };

    /// <summary>A decoder at the beginning of a stream.</summary>
    public static IAudioDecoder Decoder(AudioCodec codec) => codec switch
    {
        AudioCodec.Pcmu => new G711Decoder(CompandingLaw.MuLaw),
        AudioCodec.Pcma => new G711Decoder(CompandingLaw.ALaw),
        AudioCodec.G722 => new G722Decoder(),
    };
}

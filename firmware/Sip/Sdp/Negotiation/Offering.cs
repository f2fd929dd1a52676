using System.Collections.Immutable;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>Makes an offer of the box (RFC 3264 §5, §8).</summary>
internal static class Offering
{
    private const int UsualTelephoneEvent = 101;
    private const int FirstDynamic = 96;
    private const int DynamicTypes = 32;

    private static readonly ImmutableArray<MediaSlot> OneSlot = [new("audio", "RTP/AVP", "0")];

    /// <summary>
    /// The offer. In a dialog it keeps the lines and payload types of what is in force, and puts the codec in use first, so that the other
    /// side has no cause to leave it.
    /// </summary>
    /// <param name="local">What the box brings.</param>
    /// <param name="direction">Which way it wants the sound to flow.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="inForce">What the box said of itself when the two last agreed; null at first.</param>
    /// <param name="agreed">What they agreed on; null at first.</param>
    public static LocalDescription Make(
        LocalAudio local, MediaDirection direction, SrtpKeyRing keys, LocalDescription? inForce, AgreedAudio? agreed)
    {
        var formats = Number(local.Codecs.OrderByDescending(each => each == agreed?.Codec), inForce);
        var slots = inForce?.Slots ?? OneSlot;
        var audio = inForce?.Audio ?? 0;
        var isSecure = inForce is { IsSecure: true };
        var secure = local.Srtp switch
        {
            SrtpPolicy.None => false,
            SrtpPolicy.Offered => isSecure,
            SrtpPolicy.Demanded => isSecure || agreed?.Keys is null,
        };
        if (secure != isSecure)
        {
            slots = slots.SetItem(audio, slots[audio] with { Transport = secure ? "RTP/SAVP" : "RTP/AVP" });
        }

        return new LocalDescription(local, formats, direction, slots, audio)
        {
            TelephoneEvent = Enumerable.Range(FirstDynamic, DynamicTypes)
                .Prepend(UsualTelephoneEvent).Prepend(inForce?.TelephoneEvent ?? UsualTelephoneEvent)
                .First(type => formats.All(format => format.PayloadType != type)),
            Crypto = local.Srtp == SrtpPolicy.None
                ? []
                : [.. local.Suites.Select((suite, index) => new CryptoAttribute(index + 1, suite, keys.Of(suite)))],
            PacketMilliseconds = local.PacketMilliseconds,
            ControlMux = local.ControlMux,
        };
    }

    // A payload type that was used for something stays with it (RFC 3264 §8.3.2); a codec that would need it is left out.
    private static ImmutableArray<(AudioCodec Codec, int PayloadType)> Number(IEnumerable<AudioCodec> codecs, LocalDescription? inForce)
    {
        var known = inForce?.Formats ?? [];
        return
        [
            .. codecs
                .Select(codec => known.FirstOrDefault(
                    format => format.Codec == codec, (Codec: codec, PayloadType: AudioCodecs.StaticPayloadType(codec))))
                .DistinctBy(format => format.PayloadType),
        ];
    }
}

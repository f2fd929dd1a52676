using System.Collections.Immutable;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>
/// Answers an offer (RFC 3264 §6): the first audio stream that the box can serve, with one codec and telephone-event, so that the other
/// side cannot change the codec in the middle; every other stream is refused.
/// </summary>
internal static class Answering
{
    /// <summary>The answer and what it agrees on, or why there is none.</summary>
    /// <param name="offer">The other side's offer.</param>
    /// <param name="local">What the box brings.</param>
    /// <param name="wanted">Which way it wants the sound to flow.</param>
    /// <param name="keys">Its keys.</param>
    public static (Answer? Answer, MediaRefusal? Refusal) Make(
        SessionDescription offer, LocalAudio local, MediaDirection wanted, SrtpKeyRing keys)
    {
        MediaRefusal? refusal = null;
        for (var i = 0; i < offer.Media.Count; i++)
        {
            var media = offer.Media[i];
            if (!media.IsAudio || media.Port == 0 || media.Protocol == MediaProtocol.Other)
            {
                continue;
            }

            var (answer, reason) = Answer(media, local, wanted, keys);
            if (answer is not null)
            {
                var slots = offer.Media.Select(MediaSlot.Of).ToImmutableArray();
                return (answer with { Ours = answer.Ours with { Slots = slots, Audio = i } }, null);
            }

            refusal ??= reason;
        }

        return (null, refusal ?? new MediaRefusal(MediaRefusalReason.NoAudio, "no audio over RTP is offered"));
    }

    private static (Answer? Answer, MediaRefusal? Refusal) Answer(
        MediaDescription media, LocalAudio local, MediaDirection wanted, SrtpKeyRing keys)
    {
        if (CommonCodec(media, local) is not var (codec, payloadType))
        {
            var words = $"{AudioCodecs.Words(media.Formats)} is offered, the box has "
                + string.Join(", ", local.Codecs.Select(AudioCodecs.Name));
            return (null, new MediaRefusal(MediaRefusalReason.NoCommonCodec, words));
        }

        var crypto = local.Srtp == SrtpPolicy.None ? null : media.Crypto.FirstOrDefault(each => local.Suites.Contains(each.Suite));
        if (crypto is null && (media.IsSecure || local.Srtp == SrtpPolicy.Demanded))
        {
            var words = local.Srtp == SrtpPolicy.None ? "SRTP is demanded, and switched off here"
                : media.IsSecure ? "SRTP is demanded, with no key that the box can use"
                : "SRTP is demanded here, and not offered";
            return (null, new MediaRefusal(MediaRefusalReason.NoSrtp, words));
        }

        var mux = media.ControlMux && local.ControlMux;
        var (remote, refusal) = RemoteAudio.Of(media, local, mux);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var events = TelephoneEvent(media);
        var agreed = wanted & remote.AsSeenHere;
        var ours = new LocalDescription(local, [(codec, payloadType)], agreed, [], 0)
        {
            TelephoneEvent = events,
            Crypto = crypto is null ? [] : [crypto with { Key = keys.Of(crypto.Suite) }],
            PacketMilliseconds = PacketTime.ToSend(media, local.PacketMilliseconds),
            ControlMux = mux,
        };
        var audio = remote.Agree(codec, payloadType, agreed) with
        {
            TelephoneEvent = events,
            TelephoneEventIn = events,
            PacketMilliseconds = ours.PacketMilliseconds,
            Keys = crypto is null ? null : new SrtpKeys(crypto.Suite, ours.Crypto[0].Key, crypto.Key),
        };
        return (new Answer(ours, audio, !remote.Direction.HasFlag(MediaDirection.ReceiveOnly)), null);
    }

    private static (AudioCodec Codec, int PayloadType)? CommonCodec(MediaDescription media, LocalAudio local)
    {
        foreach (var codec in local.Codecs)
        {
            foreach (var format in media.Formats)
            {
                if (AudioCodecs.Find(format) == codec)
                {
                    return (codec, format.PayloadType);
                }
            }
        }

        return null;
    }

    private static int? TelephoneEvent(MediaDescription media)
    {
        foreach (var format in media.Formats)
        {
            if (AudioCodecs.IsTelephoneEvent(format))
            {
                return format.PayloadType;
            }
        }

        return null;
    }
}

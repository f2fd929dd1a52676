using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>Takes the other side's answer to an offer of the box (RFC 3264 §7).</summary>
internal static class AnswerTaking
{
    /// <summary>What is agreed, or why there is no sound.</summary>
    /// <param name="answer">The other side's answer.</param>
    /// <param name="offer">What the box offered.</param>
    public static (Answer? Answer, MediaRefusal? Refusal) Take(SessionDescription answer, LocalDescription offer)
    {
        // The lines keep their places; one who left out the refused ones is understood nevertheless.
        var media = offer.Audio < answer.Media.Count && answer.Media[offer.Audio].IsAudio
            ? answer.Media[offer.Audio]
            : answer.Media.FirstOrDefault(each => each.IsAudio);
        if (media is null || media.Port == 0 || media.Protocol == MediaProtocol.Other)
        {
            return (null, new MediaRefusal(MediaRefusalReason.NoAudio, "the other side refused the audio"));
        }

        if (AnsweredCodec(media, offer) is not var (codec, payloadType, payloadTypeIn))
        {
            var words = $"{AudioCodecs.Words(media.Formats)} is answered, which was not offered";
            return (null, new MediaRefusal(MediaRefusalReason.NoCommonCodec, words));
        }

        var (keys, unsafeRefusal) = Keys(media, offer);
        if (unsafeRefusal is not null)
        {
            return (null, unsafeRefusal);
        }

        var (remote, refusal) = RemoteAudio.Of(media, offer.Local, media.ControlMux && offer.ControlMux);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var agreed = offer.Direction & remote.AsSeenHere;
        var events = AnsweredEvents(media, offer);
        var audio = remote.Agree(codec, payloadType, agreed) with
        {
            PayloadTypeIn = payloadTypeIn,
            TelephoneEvent = events,
            TelephoneEventIn = events is null ? null : offer.TelephoneEvent,
            PacketMilliseconds = PacketTime.ToSend(media, offer.Local.PacketMilliseconds),
            Keys = keys,
        };
        return (new Answer(offer, audio, offer.Direction.HasFlag(MediaDirection.SendOnly) && !audio.Sends), null);
    }

    // The first that was offered: an answer's order is the other side's liking. A number of ours without rtpmap means what we said.
    private static (AudioCodec Codec, int PayloadType, int PayloadTypeIn)? AnsweredCodec(MediaDescription media, LocalDescription offer)
    {
        foreach (var format in media.Formats)
        {
            var found = AudioCodecs.Find(format);
            foreach (var (codec, payloadType) in offer.Formats)
            {
                if (found == codec || (format.Name.IsEmpty && format.PayloadType == payloadType))
                {
                    return (codec, format.PayloadType, payloadType);
                }
            }
        }

        return null;
    }

    private static int? AnsweredEvents(MediaDescription media, LocalDescription offer)
    {
        foreach (var format in media.Formats)
        {
            if (AudioCodecs.IsTelephoneEvent(format) || (format.Name.IsEmpty && format.PayloadType == offer.TelephoneEvent))
            {
                return format.PayloadType;
            }
        }

        return null;
    }

    // By the suite, which each key of an offer has to itself: there are devices that answer each tag with 1.
    private static (SrtpKeys? Keys, MediaRefusal? Refusal) Keys(MediaDescription media, LocalDescription offer)
    {
        foreach (var theirs in media.Crypto)
        {
            if (offer.Crypto.FirstOrDefault(each => each.Suite == theirs.Suite) is { } ours)
            {
                return (new SrtpKeys(ours.Suite, ours.Key, theirs.Key), null);
            }
        }

        return offer.IsSecure || media.IsSecure || offer.Local.Srtp == SrtpPolicy.Demanded
            ? (null, new MediaRefusal(MediaRefusalReason.NoSrtp, "SRTP was demanded, and the answer has no key for it"))
            : (null, null);
    }
}

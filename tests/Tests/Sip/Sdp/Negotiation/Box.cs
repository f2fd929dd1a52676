using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Negotiation;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>The box's side of a negotiation in a test: 192.0.2.1:10000, keys of equal octets that count up.</summary>
internal static class Box
{
    /// <summary>What the box brings.</summary>
    public static LocalAudio Audio { get; } = new(
        IPAddress.Parse("192.0.2.1"), 10000, 10001, [AudioCodec.Pcma, AudioCodec.Pcmu, AudioCodec.G722])
    {
        ControlMux = false,
    };

    /// <summary>A negotiation of a new dialog.</summary>
    public static MediaNegotiation Negotiation(LocalAudio? audio = null) => new(audio ?? Audio, 77, new CountingKeys());

    /// <summary>An answer that comes about, with what is agreed.</summary>
    public static MediaAgreement Answer(this MediaNegotiation negotiation, byte[] offer)
    {
        Assert.True(negotiation.TryAnswer(offer, out var agreement, out var refusal), refusal?.ToString());
        return agreement;
    }

    /// <summary>Why there is no answer.</summary>
    public static MediaRefusal Refuse(this MediaNegotiation negotiation, byte[] offer)
    {
        Assert.False(negotiation.TryAnswer(offer, out _, out var refusal));
        return refusal;
    }

    /// <summary>Takes a good answer.</summary>
    public static MediaAgreement Take(this MediaNegotiation negotiation, byte[] answer)
    {
        Assert.True(negotiation.TryTake(answer, out var agreement, out var refusal), refusal?.ToString());
        return agreement;
    }

    /// <summary>Why an answer is not taken.</summary>
    public static MediaRefusal RefuseToTake(this MediaNegotiation negotiation, byte[] answer)
    {
        Assert.False(negotiation.TryTake(answer, out _, out var refusal));
        return refusal;
    }

    /// <summary>The lines of a body that begin so, without the beginning.</summary>
    public static string[] Lines(ReadOnlyMemory<byte> body, string start) =>
    [
        .. Body.Text(body).Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..]),
    ];

    private sealed class CountingKeys : ISrtpKeySource
    {
        private byte _next;

        public void Fill(Span<byte> keyAndSalt) => keyAndSalt.Fill(++_next);
    }
}

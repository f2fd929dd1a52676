using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Sip.Sdp.Negotiation;
using Switchhook.Sip.Sessions;

namespace Switchhook.Sip.Legs;

/// <summary>The sound of one SIP leg: what the session descriptions agree on is applied to its RTP. On the control loop.</summary>
internal sealed class LegSound(MediaNegotiation negotiation, RtpSession rtp) : ISessionMedia
{
    /// <summary>Its RTP.</summary>
    public RtpSession Rtp { get; } = rtp;

    /// <summary>What is agreed; null before the first answer.</summary>
    public AgreedAudio? Agreed => negotiation.Agreed;

    /// <summary>True when the other side holds the box.</summary>
    public bool IsHeld => negotiation.IsHeld;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> MakeOffer() => negotiation.Repeat();

    /// <inheritdoc/>
    public MediaAnswer AnswerOffer(ReadOnlyMemory<byte> offer)
    {
        if (!negotiation.TryAnswer(offer, out var agreement, out var refusal))
        {
            return new MediaAnswer(default, refusal.Words);
        }

        Apply(agreement);
        return new MediaAnswer(agreement.Answer);
    }

    /// <inheritdoc/>
    public string? TakeAnswer(ReadOnlyMemory<byte> answer)
    {
        if (!negotiation.TryTake(answer, out var agreement, out var refusal))
        {
            return refusal.Words;
        }

        Apply(agreement);
        return null;
    }

    /// <inheritdoc/>
    public void Withdraw() => negotiation.Withdraw();

    private void Apply(MediaAgreement agreement)
    {
        if (agreement.Changed)
        {
            Rtp.Apply(agreement.Audio);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>Offer and answer of a dialog (RFC 3264): a pure machine that is told what comes and says what is to be sent.</summary>
/// <remarks>
/// Offers of the box go from <see cref="Offer"/> to <see cref="TryTake"/>, or to <see cref="Withdraw"/> when they failed; those of the
/// other side to <see cref="TryAnswer"/>. Where a dialog begins makes no difference: an INVITE without a body is an offer in its 200.
/// </remarks>
/// <param name="local">What the box brings.</param>
/// <param name="session">Number of the session in o=, not negative and not that of another dialog.</param>
/// <param name="keys">Where the box's keys come from.</param>
internal sealed class MediaNegotiation(LocalAudio local, long session, ISrtpKeySource keys)
{
    private readonly SrtpKeyRing _keys = new(keys);
    private LocalDescription? _inForce;
    private LocalDescription? _offer;
    private byte[] _sent = [];
    private long _version;

    /// <summary>What the box brings to the next offer or answer.</summary>
    public LocalAudio Local { get; set; } = local;

    /// <summary>Which way the box wants the sound to flow from the next offer or answer on; all but both is hold.</summary>
    public MediaDirection Wanted { get; set; } = MediaDirection.SendReceive;

    /// <summary>What is agreed; null before the first answer.</summary>
    public AgreedAudio? Agreed { get; private set; }

    /// <summary>True when the other side holds the box: it takes no sound.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>True while an offer of the box waits for its answer.</summary>
    public bool IsOfferOpen { get; private set; }

    /// <summary>Makes an offer. Made again with nothing changed, the same body comes out.</summary>
    public ReadOnlyMemory<byte> Offer() => Open(Offering.Make(Local, Wanted, _keys, _inForce, Agreed));

    /// <summary>Offers what is in force once more, as a refresh of the session does (RFC 4028 §7.4): nothing changes by it.</summary>
    public ReadOnlyMemory<byte> Repeat() => _inForce is null ? Offer() : Open(_inForce);

    /// <summary>The open offer was refused, or crossed one of the other side: what was agreed before stays.</summary>
    public void Withdraw() => (_offer, IsOfferOpen) = (null, false);

    /// <summary>Answers an offer of the other side: in an INVITE, a re-INVITE, an UPDATE or a 200.</summary>
    public bool TryAnswer(
        ReadOnlyMemory<byte> offer,
        [NotNullWhen(true)] out MediaAgreement? agreement,
        [NotNullWhen(false)] out MediaRefusal? refusal)
    {
        (var answer, refusal) = Plan(offer);
        agreement = null;
        if (answer is not null)
        {
            _offer = null;
            agreement = new MediaAgreement(answer.Audio, Enforce(answer), Write(answer.Ours));
        }

        return refusal is null;
    }

    /// <summary>
    /// Takes the answer to the box's last offer, whichever message brings it. One that comes once more, as in the 200 after a 183, changes
    /// nothing unless it says something else; then that holds.
    /// </summary>
    public bool TryTake(
        ReadOnlyMemory<byte> answer,
        [NotNullWhen(true)] out MediaAgreement? agreement,
        [NotNullWhen(false)] out MediaRefusal? refusal)
    {
        agreement = null;
        if (_offer is null)
        {
            refusal = new MediaRefusal(MediaRefusalReason.NothingOffered, "an answer came, and nothing was offered");
            return false;
        }

        IsOfferOpen = false;
        if (!SessionDescription.TryParse(answer, out var description, out var error))
        {
            refusal = new MediaRefusal(MediaRefusalReason.Unreadable, error.ToString());
            return false;
        }

        (var taken, refusal) = AnswerTaking.Take(description, _offer);
        agreement = taken is null ? null : new MediaAgreement(taken.Audio, Enforce(taken), default);
        return taken is not null;
    }

    private (Answer? Answer, MediaRefusal? Refusal) Plan(ReadOnlyMemory<byte> offer)
    {
        if (IsOfferOpen)
        {
            return (null, new MediaRefusal(MediaRefusalReason.OfferOpen, "an offer of the box waits for its answer"));
        }

        return SessionDescription.TryParse(offer, out var description, out var error)
            ? Answering.Make(description, Local, Wanted, _keys)
            : (null, new MediaRefusal(MediaRefusalReason.Unreadable, error.ToString()));
    }

    private byte[] Open(LocalDescription offer)
    {
        (_offer, IsOfferOpen) = (offer, true);
        return Write(offer);
    }

    private bool Enforce(Answer answer)
    {
        var changed = !AgreedAudioComparer.Same(Agreed, answer.Audio);
        (_inForce, Agreed, IsHeld) = (answer.Ours, answer.Audio, answer.IsHeld);
        return changed;
    }

    // The version rises by one with each change of what was last sent, agreed on or not (RFC 3264 §8).
    private byte[] Write(LocalDescription description)
    {
        var same = description.Write(session, _version);
        if (!same.AsSpan().SequenceEqual(_sent))
        {
            _sent = description.Write(session, ++_version);
        }

        return _sent;
    }
}

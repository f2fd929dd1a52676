namespace Switchhook.Sip.Sessions;

/// <summary>The sound of one session, as session descriptions agree on it (RFC 3264).</summary>
/// <remarks>On the control loop. The session carries the bodies and keeps their order: at most one offer is open at a time.</remarks>
internal interface ISessionMedia
{
    /// <summary>What the box offers now: the same bytes as last time while it wants nothing else.</summary>
    ReadOnlyMemory<byte> MakeOffer();

    /// <summary>Takes an offer of the peer. When it is refused, what was agreed before holds.</summary>
    MediaAnswer AnswerOffer(ReadOnlyMemory<byte> offer);

    /// <summary>
    /// Takes the answer to the box's last offer. Answers to one offer may be several, when a call forks: the last one holds.
    /// </summary>
    /// <returns>Null, or why nothing can be agreed, as a sentence.</returns>
    string? TakeAnswer(ReadOnlyMemory<byte> answer);

    /// <summary>The box's last offer was refused, or nobody answered it: what was agreed before holds.</summary>
    void Withdraw();
}

/// <summary>What media answer to an offer.</summary>
/// <param name="Body">The answer; empty when the offer is refused.</param>
/// <param name="Refusal">Why nothing can be agreed, as a sentence; null when something is.</param>
internal readonly record struct MediaAnswer(ReadOnlyMemory<byte> Body, string? Refusal = null);

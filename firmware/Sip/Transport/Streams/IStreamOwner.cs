using Switchhook.Sip.Guard;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>Whom a stream tells.</summary>
internal interface IStreamOwner
{
    /// <summary>A message is whole.</summary>
    /// <returns>Banned: the peer is not heard any more, and the stream ends. Too fast: it was heard, but a pause is due.</returns>
    Admission Take(SipStream stream, ReadOnlySpan<byte> message);

    /// <summary>The stream cannot be cut into messages.</summary>
    void TakeBroken(SipStream stream, ReadOnlySpan<byte> head);

    /// <summary>A message is written.</summary>
    void Sent();

    /// <summary>The stream is at its end.</summary>
    /// <param name="stream">Which.</param>
    /// <param name="wasOpen">False when it never came to be.</param>
    /// <param name="why">One sentence.</param>
    /// <param name="unsent">Where messages that were not written should have gone.</param>
    void Ended(SipStream stream, bool wasOpen, string why, IReadOnlyList<Hop> unsent);
}

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>What a message carries behind its headers.</summary>
/// <param name="ContentType">Its kind, as Content-Type names it.</param>
/// <param name="Bytes">The bytes; must not change any more.</param>
internal sealed record MessageBody(string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The kind of session descriptions.</summary>
    public const string Sdp = "application/sdp";

    /// <summary>A session description; null when there is none.</summary>
    public static MessageBody? OfSdp(ReadOnlyMemory<byte> description) => description.IsEmpty ? null : new MessageBody(Sdp, description);
}

namespace Switchhook.Sip.Events.Bodies;

/// <summary>A dialog of an extension, as the phones with a lamp for it are told.</summary>
/// <param name="Id">Its name in the documents, the same as long as it lasts.</param>
/// <param name="IsRinging">True while it rings: the lamp blinks. False while they talk: the lamp is lit.</param>
internal sealed record DialogEntry(string Id, bool IsRinging)
{
    /// <summary>The dialog's Call-ID and tags, by which a phone can pick up the call with Replaces; null to tell none.</summary>
    public (string CallId, string LocalTag, string RemoteTag)? Replaceable { get; init; }
}

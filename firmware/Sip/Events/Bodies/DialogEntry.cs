namespace Switchhook.Sip.Events.Bodies;

/// <summary>A dialog of an extension, as the phones with a lamp for it are told.</summary>
/// <param name="Id">Its name in the documents, the same as long as it lasts.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsCaller">True when the extension called, false when it was called.</param>
internal sealed record DialogEntry(string Id, DialogState State, bool IsCaller)
{
    /// <summary>The dialog's Call-ID and tags, by which a phone can pick up the call with Replaces; null to tell none.</summary>
    public (string CallId, string LocalTag, string RemoteTag)? Replaceable { get; init; }

    /// <summary>URI of the other party; null to tell none.</summary>
    public string? RemoteUri { get; init; }

    /// <summary>The name of the other party; null when there is none or no URI.</summary>
    public string? RemoteName { get; init; }
}

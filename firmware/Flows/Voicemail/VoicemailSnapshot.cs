using System.Collections.Immutable;

namespace Switchhook.Flows.Voicemail;

/// <summary>The messages of all mailboxes at one moment.</summary>
public sealed class VoicemailSnapshot
{
    /// <summary>No messages.</summary>
    public static readonly VoicemailSnapshot Empty =
        new(ImmutableSortedDictionary.Create<string, VoicemailMessage>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, VoicemailMessage> _all;

    private VoicemailSnapshot(ImmutableSortedDictionary<string, VoicemailMessage> all) => _all = all;

    /// <summary>All, also those that are deleted and those that are greetings; the oldest first, as their ids sort by time.</summary>
    public IEnumerable<VoicemailMessage> All => _all.Values;

    /// <summary>A message or greeting; null when there is none of that id, or none any more.</summary>
    public VoicemailMessage? Find(string recording) => _all.GetValueOrDefault(recording);

    /// <summary>What can be heard in a mailbox, the oldest first.</summary>
    public IReadOnlyList<VoicemailMessage> Of(string box) => [.. All.Where(one => one.Box == box && one.IsKept)];

    /// <summary>What can be taken back in a mailbox.</summary>
    public IReadOnlyList<VoicemailMessage> DeletedOf(string box) =>
        [.. All.Where(one => one.Box == box && one is { State: VoicemailState.Deleted, IsGreeting: false })];

    /// <summary>The greeting that someone has spoken; null when nobody has.</summary>
    public VoicemailMessage? GreetingOf(string box) => All.LastOrDefault(one => one.Box == box && one.State == VoicemailState.Greeting);

    /// <summary>How many wait in a mailbox: those that nobody has heard, and the others.</summary>
    public (int New, int Old) CountOf(string box)
    {
        var kept = Of(box);
        var fresh = kept.Count(one => one.State == VoicemailState.New);
        return (fresh, kept.Count - fresh);
    }

    internal VoicemailSnapshot With(IEnumerable<VoicemailMessage> messages) =>
        new(_all.SetItems(messages.Select(one => KeyValuePair.Create(one.Recording, one))));

    internal VoicemailSnapshot Without(string recording) => new(_all.Remove(recording));
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Diff;

namespace Switchhook.Site.Voicemail;

/// <summary>What there is to say about mailboxes.</summary>
internal static class VoicemailFacts
{
    /// <summary>A mailbox.</summary>
    public static IReadOnlyList<Fact> Of(VoicemailConfig box) =>
    [
        new("name", box.DisplayName),
        new("phones", box.Phones.Count == 0 ? SiteFacts.Nothing : box.Phones.ToString()),
        new("agent", box.Agent ?? SiteFacts.Nothing),
        new("group", box.Group ?? SiteFacts.Nothing),
        new("queue", box.Queue ?? SiteFacts.Nothing),
        new("work of the queue", box.IsWork ? "yes" : "no"),
        new("greeting", box.Greeting ?? SiteFacts.Nothing),
        new("mail", box.Mail ?? SiteFacts.Nothing),
        new("keep", Durations.InWords(box.Keep)),
        new("longest", Durations.InWords(box.Longest)),
        new("most", $"{box.Most}"),
        new("PIN", KebabCase.Of(box.Pin)),
    ];

    /// <summary>How a phone on a port tells of messages.</summary>
    public static Fact Of(ValueList<MessageLampKind> lamp) =>
        new("message lamp", lamp.Count == 0 ? SiteFacts.Nothing : string.Join(' ', lamp.Select(kind => KebabCase.Of(kind))));
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Voicemail;

/// <summary>A mailbox as the file says it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What needs no other part of the file.</param>
internal sealed record VoicemailDraft(Located<string> Name, VoicemailConfig Settings) : INamedDraft
{
    public IReadOnlyList<Located<string>> Phones { get; init; } = [];

    public Located<string>? Agent { get; init; }

    public Located<string>? Group { get; init; }

    public Located<string>? Queue { get; init; }

    public Located<string>? Greeting { get; init; }

    /// <summary>The alert that sends them as mail.</summary>
    public Located<string>? Mail { get; init; }

    /// <summary>Set when messages become work of the queue.</summary>
    public Located<bool>? Work { get; init; }

    /// <summary>True when the file says whose it is, be it rightly or wrongly.</summary>
    public bool HasOwner { get; init; }

    /// <summary>The mailbox of a draft without mistakes.</summary>
    public VoicemailConfig Build() => Settings with
    {
        Phones = [.. Phones.Select(phone => phone.Value)],
        Agent = Agent?.Value,
        Group = Group?.Value,
        Queue = Queue?.Value,
        Greeting = Greeting?.Value,
        Mail = Mail?.Value,
        IsWork = Work?.Value ?? false,
    };
}

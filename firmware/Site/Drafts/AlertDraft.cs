using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>An alert as the file says it; a way that is null is noted already.</summary>
internal sealed record AlertDraft(Located<string> Name, AlertWayDraft? Way) : INamedDraft
{
    public IReadOnlyList<Located<string>> Queues { get; init; } = [];

    public IReadOnlyList<Located<string>> Lines { get; init; } = [];
}

/// <summary>How an alert is told.</summary>
internal abstract record AlertWayDraft
{
    private AlertWayDraft()
    {
    }

    public sealed record Relay(Located<string> Name) : AlertWayDraft;

    public sealed record Webhook(Uri Address) : AlertWayDraft;

    public sealed record Mail(Located<string> To, Located<string> From, Located<string> Server, int Port) : AlertWayDraft
    {
        public Located<string>? User { get; init; }

        public bool Tls { get; init; } = true;
    }
}

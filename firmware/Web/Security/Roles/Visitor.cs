using Switchhook.Storage.Accounts;

namespace Switchhook.Web.Security.Roles;

/// <summary>Who asks, for this one request: pages show what one may open, lists what one may see.</summary>
internal sealed class Visitor(WebBackend backend)
{
    /// <summary>Role and limits; null for a stranger.</summary>
    public Rights? Rights { get; set; }

    /// <summary>True when the visitor has a permission.</summary>
    public bool May(Ability permission) => Rights is { } rights && RoleTable.Allows(rights.Role, permission);

    /// <summary>True when the visitor has a permission, and is not limited to some queues.</summary>
    public bool MayAll(Ability permission) => May(permission) && Rights!.AllQueues;

    /// <summary>True for a queue that the visitor may see.</summary>
    public bool Sees(string queue) => Rights is { } rights && rights.Sees(queue);

    /// <summary>The queues that the visitor is limited to; empty for all.</summary>
    public IReadOnlyCollection<string> Queues => Rights?.Queues ?? [];

    /// <summary>True for an agent whom the visitor may see: oneself, or one who answers a queue that is seen.</summary>
    public bool SeesAgent(string name) => Rights switch
    {
        null => false,
        { Role: Role.Agent } rights => rights.Agent == name,
        { AllQueues: true } => true,
        var rights => backend.Queues.Current.Assigned.QueuesOf(backend.Site.Model, name).Any(rights.Sees),
    };

    /// <summary>True for a mailbox that the visitor may open: of an agent, the own ones; else those of no other queue.</summary>
    public bool SeesMailbox(string name) =>
        Rights is { } rights && (rights is { Role: not Role.Agent, AllQueues: true }
            || (backend.Site.Model.Voicemail.GetValueOrDefault(name) is { } box
                && (rights.Role == Role.Agent ? IsOwn(box, rights.Agent) : box.Queue is null || rights.Sees(box.Queue))));

    private bool IsOwn(Site.Voicemail.VoicemailConfig box, string? agent) =>
        agent is not null && (box.Agent == agent
            || (backend.Site.Model.Agents.GetValueOrDefault(agent)?.Phone is { } phone && box.Phones.Contains(phone)));
}

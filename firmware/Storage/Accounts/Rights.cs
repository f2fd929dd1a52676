using Switchhook.Site;

namespace Switchhook.Storage.Accounts;

/// <summary>The role of an account or a key, and what it is limited to. Compared by value.</summary>
/// <param name="Role">What it is to the box.</param>
public sealed record Rights(Role Role)
{
    /// <summary>Most queues that an account is limited to.</summary>
    public const int MostQueues = 100;

    /// <summary>May do everything.</summary>
    public static Rights OfAdmin { get; } = new(Role.Admin);

    /// <summary>Names of the queues that a supervisor or an agent is limited to; empty for all.</summary>
    public ValueList<string> Queues { get; init; } = [];

    /// <summary>The site's agent that an account of an agent belongs to; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>True for one who sees all queues.</summary>
    public bool AllQueues => Queues.Count == 0;

    /// <summary>True when a queue may be seen.</summary>
    public bool Sees(string queue) => AllQueues || Queues.Contains(queue);

    internal string RoleText => Role.ToString().ToLowerInvariant();

    internal string QueuesText => string.Join(',', Queues);

    // A role that this version does not know may do the least.
    internal static Rights Of(string role, string queues, string? agent) => new(
        Enum.TryParse<Role>(role, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : Role.Agent)
    {
        Queues = [.. queues.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        Agent = agent,
    };
}

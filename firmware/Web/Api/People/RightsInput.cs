using Switchhook.Site;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.People;

/// <summary>What an account or a key is to be allowed, checked against the site: every mistake with its place and cure.</summary>
internal sealed class RightsInput
{
    private readonly List<ApiMistake> _mistakes = [];

    public RightsInput(Role role, IReadOnlyList<string>? queues, string? agent, SiteModel site)
    {
        var known = (queues ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (known.Count > 0 && role is not (Role.Supervisor or Role.Agent))
        {
            Add("queues", "Only supervisors and agents can be limited to queues.", "Choose no queue, or another role.");
        }

        if (known.Count > Rights.MostQueues || known.Exists(queue => !site.Queues.ContainsKey(queue)))
        {
            Add("queues", "There is no queue of that name.", "GET /api/v1/queues lists the queues; none stands for all of them.");
        }

        if (role == Role.Agent && (agent is null || !site.Agents.ContainsKey(agent)))
        {
            Add("agent", "An agent's account belongs to an agent of the site.", "Choose the agent; the site file has them under agents.");
        }

        if (role != Role.Agent && agent is not null)
        {
            Add("agent", "Only the account of an agent belongs to one.", "Leave the agent out, or choose the role agent.");
        }

        Rights = new Rights(role) { Queues = [.. known], Agent = agent };
    }

    /// <summary>To be used only without mistakes.</summary>
    public Rights Rights { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>The role of a word; null for others.</summary>
    public static Role? RoleOf(string word) =>
        Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

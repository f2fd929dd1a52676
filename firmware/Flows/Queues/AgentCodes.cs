using System.Collections.Immutable;
using Switchhook.Site;

namespace Switchhook.Flows.Queues;

/// <summary>All codes that agents can dial on a site. Pure.</summary>
public static class AgentCodes
{
    /// <summary>The reason of a pause that is given without one.</summary>
    public const string NoReason = "pause";

    /// <summary>The one key that does what <c>*44</c> does.</summary>
    public const string ReadyKey = "#";

    /// <summary>What each code means, by the digits that are dialled; none on a site without agents.</summary>
    public static ImmutableSortedDictionary<string, AgentAction> Of(SiteModel site)
    {
        var codes = ImmutableSortedDictionary.CreateBuilder<string, AgentAction>(StringComparer.Ordinal);
        if (site.Agents.IsEmpty)
        {
            return codes.ToImmutable();
        }

        foreach (var agent in site.Agents.Values)
        {
            codes["*41" + agent.Code] = new AgentAction.LogIn(agent.Name);
            codes["*47" + agent.Code] = new AgentAction.Listen(agent.Name);
        }

        codes["*42"] = new AgentAction.LogOut();
        codes["*43"] = new AgentAction.Pause(NoReason);
        foreach (var (digit, reason) in site.PauseReasons)
        {
            codes["*43" + digit] = new AgentAction.Pause(reason);
        }

        codes["*44"] = codes[ReadyKey] = new AgentAction.Ready();
        foreach (var disposition in site.Queues.Values.SelectMany(queue => queue.Dispositions))
        {
            codes["*45" + disposition.Code] = new AgentAction.Dispose(disposition.Code);
        }

        codes["*46"] = new AgentAction.MoreTime();
        return codes.ToImmutable();
    }
}

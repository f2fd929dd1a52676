using Switchhook.Calls.Journal;
using Switchhook.Site;

namespace Switchhook.Flows.Queues;

/// <summary>What an agent's last call was about, by the codes of its queue.</summary>
internal static class AgentTopics
{
    /// <summary>Notes it in the journal of the call. Control loop only.</summary>
    /// <returns>False when the agent had no call, or its queue has no such code.</returns>
    public static bool Note(QueueHost host, string agent, string code, SiteModel site)
    {
        if (host.LastWorkOf(agent) is not { } work
            || site.Queues.GetValueOrDefault(work.Queue)?.Dispositions.FirstOrDefault(one => one.Code == code) is not { } disposition)
        {
            return false;
        }

        host.Write(new QueueDisposed(work.Call, work.Id, agent, disposition.Words));
        return true;
    }
}

using Switchhook.Acd;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Talking;

namespace Switchhook.Flows.Queues;

/// <summary>Does what agents dial by codes, and says so: an agent needs nothing but a telephone.</summary>
internal sealed class AgentDialling(QueueHost host, Conversations conversations)
{
    /// <summary>What an agent gets who asks for more time after a call.</summary>
    public static readonly TimeSpan MoreTime = TimeSpan.FromMinutes(1);

    private static readonly Cause Done = new(CauseCode.FlowEnded, "The code has been taken.");

    /// <summary>The whole of it.</summary>
    /// <param name="origin">The phone's own leg, in no call.</param>
    /// <param name="action">What was dialled.</param>
    /// <param name="site">The site in force.</param>
    public async Task RunAsync(Leg origin, AgentAction action, SiteInForce site)
    {
        origin.Answer();
        if (Do(origin, action, site) is { } phrase)
        {
            if (site.Prompts.Announcements.Make([phrase]).Prompt is { } prompt)
            {
                await origin.Media.PlayAsync(prompt.Open(), PlayMode.Instead, origin.Gone);
            }

            origin.HangUp(Done);
        }
    }

    // Null when the phone goes on in a call.
    private Phrase? Do(Leg origin, AgentAction action, SiteInForce site)
    {
        var phone = origin.Party.Name;
        if (action is AgentAction.LogIn login)
        {
            host.LogIn(login.Agent, phone);
            return Phrase.LoggedIn;
        }

        if (host.AgentAt(phone) is not { } agent)
        {
            return Phrase.NotLoggedIn;
        }

        switch (action)
        {
            case AgentAction.LogOut:
                host.Tell(new AcdEvent.AgentLoggedOut(agent.Name, $"at phone {phone}"));
                return Phrase.LoggedOut;
            case AgentAction.Pause pause:
                host.Tell(new AcdEvent.AgentPaused(agent.Name, pause.Reason));
                return Phrase.Paused;
            case AgentAction.Ready:
                host.Tell(new AcdEvent.AgentReady(agent.Name));
                return Phrase.Ready;
            case AgentAction.MoreTime when agent.State == AgentState.WrapUp:
                host.Tell(new AcdEvent.WrapUpExtended(agent.Name, MoreTime));
                return Phrase.WrapUpExtended;
            case AgentAction.Dispose dispose:
                return AgentTopics.Note(host, agent.Name, dispose.Code, site.Model) ? Phrase.DispositionNoted : Phrase.CodeUnknown;
            case AgentAction.Listen listen:
                return Listen(origin, agent.Name, listen.Agent, site);
            default:
                return Phrase.CodeUnknown;
        }
    }

    private Phrase? Listen(Leg origin, string supervisor, string watched, SiteInForce site)
    {
        if (site.Model.Agents.GetValueOrDefault(supervisor) is not { IsSupervisor: true })
        {
            return Phrase.CodeUnknown;
        }

        return host.Engine.Agent(watched)?.Phone is { } phone && conversations.Supervise(origin, phone, SupervisionMode.Listen) is null
            ? null
            : Phrase.NobodyWithThatCode;
    }
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Checks what only one kind of step has.</summary>
internal static class StepCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(StepDraft step, SiteDraft draft, MistakeLog log)
    {
        switch (step)
        {
            case QueueStepDraft queue:
                CheckAgent(queue.Settings, draft.QueueOf(step), draft, log);
                break;
            case LanguageDraft language:
                CheckLanguages(language, draft, log);
                break;
            case OutsideStepDraft { Number: { } number } when PhoneNumber.Normalize(number.Value) is null:
                log.Error(
                    number.At,
                    $"\"{number.Value}\" is no telephone number in the international form.",
                    "Write it with + and the country code, such as \"+1 312 555 0100\".");
                break;
            case MenuDraft menu:
                CheckKeys(menu, draft, log);
                break;
            default:
                break;
        }
    }

    private static void CheckAgent(QueueStepSettings step, QueueDraft? queue, SiteDraft draft, MistakeLog log)
    {
        if (step is { Agent: null, AgentFor: { } alone })
        {
            log.Error(alone.At, "\"for\" stands without \"agent\".", "Add \"agent:\" and the agent whom callers wait for, or remove it.");
        }

        if (step.Agent is not { } agent)
        {
            return;
        }

        if (!draft.Agents.Has(agent.Value))
        {
            SiteChecks.NoteUnknown(agent, "agent", "agents", draft.Agents, log);
        }
        else if (queue?.Agents is { } agents && agents.All(one => one.Agent.Value != agent.Value))
        {
            log.Error(
                agent.At,
                $"Agent {agent.Value} is not in queue {queue.Name.Value}.",
                $"Add the name to \"agents\" of the queue (line {queue.Name.At.Line}), or name one of its agents.");
        }
    }

    private static void CheckLanguages(LanguageDraft step, SiteDraft draft, MistakeLog log)
    {
        var named = step.Keys.Select(key => key.Language).Concat(step.Language is { } one ? [one] : []);
        foreach (var language in named.Where(language => !draft.Languages.Contains(language.Value)))
        {
            log.Error(
                language.At,
                $"\"{language.Value}\" is no language of the site.",
                $"Add it to \"languages\" of the site, or write one of: {string.Join(", ", draft.Languages)}.");
        }
    }

    // A phone whose number begins like a key is reached all the same, after a pause; one with the number of a key is not.
    private static void CheckKeys(MenuDraft menu, SiteDraft draft, MistakeLog log)
    {
        foreach (var key in menu.Keys.Where(key => menu.TakesExtensions && draft.Phones.Has(key.When)))
        {
            log.Error(
                key.At,
                $"{key.When} is a key of the menu and the number of a phone.",
                "Take another key, or remove \"extensions\".");
        }
    }
}

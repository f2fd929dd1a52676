using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks;

/// <summary>Finds what no call can reach: nothing is wrong with it, but its writer probably forgot to use it.</summary>
internal static class UnusedCheck
{
    /// <summary>Notes what is unused.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var routes = draft.Routes.Select(flow => (Located<string>?)flow);
        var uses = draft.AllSteps.SelectMany(step => step.Names).ToLookup(part => part.Kind, part => (Located<string>?)part.Name);
        var branches = draft.AllSteps.SelectMany(step => step.Branches).Select(branch => branch.Flow);
        var overflows = draft.Queues.SelectMany(queue => queue.Flows).Select(flow => (Located<string>?)flow);
        Warn(
            draft.Flows,
            [.. routes, .. uses[PartKind.Flow], .. branches, .. overflows],
            "flow",
            "a line's \"route\" or in a \"go\" step",
            log);
        Warn(draft.Groups, uses[PartKind.Group], "group", "a \"ring\" step", log);
        Warn(draft.Queues, uses[PartKind.Queue], "queue", "a \"queue\" step", log);
        Warn(
            draft.Hours,
            [
                .. draft.Queues.Select(queue => queue.Hours), .. draft.Outbound.Select(rule => rule.Terms.Hours),
                .. uses[PartKind.Timetable], draft.Night?.Ends,
            ],
            "timetable",
            "\"hours\" of a queue, of an outbound rule or a step",
            log);
        var sets = draft.Hours.SelectMany(hours => hours.Closed).OfType<ClosedDraft.Named>().Select(named => (Located<string>?)named.Set);
        Warn(draft.Holidays, sets, "set of days", "\"closed\" of a timetable", log);
        Warn(draft.CallerLists, uses[PartKind.CallerList], "list", "a \"caller\" step", log);
        Warn(draft.Tables, uses[PartKind.Table], "table", "a \"look-up\" step", log);
        Warn(draft.Voicemail, uses[PartKind.Mailbox], "mailbox", "a \"voicemail\" step", log);
        var members = draft.Queues.SelectMany(queue => queue.Agents ?? []).Select(agent => (Located<string>?)agent.Agent)
            .Concat(draft.Voicemail.Select(box => box.Agent));
        Warn(draft.Agents, members, "agent", "\"agents\" of a queue", log);
        var music = draft.Queues.SelectMany(queue => queue.Music.Prompts).Select(prompt => (Located<string>?)prompt);
        var waiting = draft.Queues.Select(queue => queue.Music.From).Append(draft.HoldMusic);
        Warn(draft.Music, waiting, "music", "\"music\" of a queue, or in \"hold-music\"", log);
        var pieces = draft.Music.SelectMany(one => one.Prompts).Select(prompt => (Located<string>?)prompt);
        var greetings = draft.Voicemail.Select(box => box.Greeting);
        var asked = draft.Surveys.SelectMany(survey => survey.Prompts).Select(prompt => (Located<string>?)prompt);
        Warn(draft.Prompts, [.. uses[PartKind.Prompt], .. music, .. pieces, .. greetings, .. asked], "prompt", "a \"play\" step", log);
        Warn(
            draft.Surveys,
            [.. uses[PartKind.Survey], .. draft.Queues.Select(queue => queue.Survey)],
            "survey",
            "\"survey\" of a queue or in a \"survey\" step",
            log);
        var overs = draft.Outbound.SelectMany(rule => rule.Overs).Select(over => (Located<string>?)over)
            .Concat(draft.Agents.Select(agent => agent.Over))
            .Concat(draft.Queues.Select(queue => queue.Callback?.Over))
            .Concat(uses[PartKind.LineGroup]);
        Warn(draft.LineGroups, overs, "line group", "\"over\" of an outbound rule", log);
        WarnOfSip(draft, log);
    }

    // Without SIP phones and trunks nothing uses the section sip, which is set for them.
    private static void WarnOfSip(SiteDraft draft, MistakeLog log)
    {
        if (draft.Sip is { } sip && draft.Trunks.Count == 0 && draft.Phones.All(phone => phone.Sip is null))
        {
            log.Warn(
                sip.At,
                "Nothing uses \"sip\": there is no SIP phone and no trunk.",
                "Add \"sip: yes\" to a phone, or remove the section.");
        }
    }

    private static void Warn(
        IEnumerable<INamedDraft> things, IEnumerable<Located<string>?> uses, string kind, string where, MistakeLog log)
    {
        var used = uses.Select(use => use?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var thing in things.Where(thing => !used.Contains(thing.Name.Value)))
        {
            log.Warn(thing.Name.At, $"Nothing uses the {kind} {thing.Name.Value}.", $"Name it in {where}, or remove it.");
        }
    }
}

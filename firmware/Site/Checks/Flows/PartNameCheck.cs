using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Checks that what steps name is there.</summary>
internal static class PartNameCheck
{
    /// <summary>Notes a name that nothing has.</summary>
    public static void Run(PartName part, SiteDraft draft, MistakeLog log)
    {
        var name = part.Name;
        var (known, kind, section) = PartsOf(part.Kind, draft);
        if (known.Has(name.Value))
        {
            return;
        }

        switch (part.Kind)
        {
            case PartKind.Group when draft.Phones.Has(name.Value):
                log.Error(
                    name.At,
                    $"\"{name.Value}\" is a phone, and a group is rung here.",
                    $"Write \"phone: {name.Value}\", or add a group with this phone under \"groups:\" and write its name.");
                break;
            case PartKind.Group when draft.Queues.Has(name.Value):
                log.Error(name.At, $"\"{name.Value}\" is a queue, and a group is rung here.", $"Write \"queue: {name.Value}\".");
                break;
            case PartKind.Phone when draft.Groups.Has(name.Value):
                log.Error(name.At, $"\"{name.Value}\" is a group, and a phone is rung here.", $"Write \"ring: {name.Value}\".");
                break;
            case PartKind.Queue when draft.Groups.Has(name.Value):
                log.Error(
                    name.At, $"\"{name.Value}\" is a group, and callers wait in a queue here.", $"Write \"ring: {name.Value}\".");
                break;
            case PartKind.Flow:
                NoteUnknownFlow(name, draft, log);
                break;
            default:
                SiteChecks.NoteUnknown(name, kind, section, known, log);
                break;
        }
    }

    /// <summary>Notes a flow that is not there; what else has the name is probably meant.</summary>
    public static void NoteUnknownFlow(Located<string> name, SiteDraft draft, MistakeLog log)
    {
        var (kind, step) =
            draft.Queues.Has(name.Value) ? ("queue", "queue")
            : draft.Groups.Has(name.Value) ? ("group", "ring")
            : draft.Phones.Has(name.Value) ? ("phone", "phone")
            : draft.Prompts.Has(name.Value) ? ("prompt", "play")
            : ("", "");
        if (kind.Length > 0)
        {
            log.Error(name.At, $"\"{name.Value}\" is a {kind}, and a flow is named here.", $"Write \"{{{step}: {name.Value}}}\".");
        }
        else
        {
            SiteChecks.NoteUnknown(name, "flow", "flows", draft.Flows, log);
        }
    }

    private static (IReadOnlyList<INamedDraft> Known, string Kind, string Section) PartsOf(PartKind kind, SiteDraft draft) => kind switch
    {
        PartKind.Prompt => (draft.Prompts, "prompt", "prompts"),
        PartKind.Group => (draft.Groups, "group", "groups"),
        PartKind.Queue => (draft.Queues, "queue", "queues"),
        PartKind.Flow => (draft.Flows, "flow", "flows"),
        PartKind.Phone => (draft.Phones, "phone", "phones"),
        PartKind.Timetable => (draft.Hours, "timetable", "hours"),
        PartKind.CallerList => (draft.CallerLists, "list", "caller-lists"),
        PartKind.Grade => (draft.Grades, "grade", "grades"),
        PartKind.Table => (draft.Tables, "table", "tables"),
        PartKind.LineGroup => (draft.LineGroups, "line group", "line-groups"),
        PartKind.Agent => (draft.Agents, "agent", "agents"),
        PartKind.Survey => (draft.Surveys, "survey", "surveys"),
        PartKind.Mailbox => (draft.Voicemail, "mailbox", "voicemail"),
    };
}

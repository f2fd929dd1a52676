using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks who is in hunt groups and in line groups.</summary>
internal static class GroupCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var group in draft.Groups)
        {
            CheckMembers($"Group {group.Name.Value}", group.Name.At, group.Phones, "phone", "phones", draft.Phones, log);
        }

        foreach (var group in draft.LineGroups)
        {
            CheckMembers($"Line group {group.Name.Value}", group.Name.At, group.Lines, "line", "lines", draft.Outside, log);
        }
    }

    /// <summary>Notes members that there are not, that are there twice, and that there are none.</summary>
    public static void CheckMembers(
        string what,
        Place at,
        IReadOnlyList<Located<string>>? members,
        string kind,
        string section,
        IEnumerable<INamedDraft> known,
        MistakeLog log)
    {
        if (members is { Count: 0 })
        {
            log.Error(at, $"{what} has no {kind}s.", $"Name at least one {kind} in it, or remove it.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members ?? [])
        {
            if (!known.Has(member.Value))
            {
                SiteChecks.NoteUnknown(member, kind, section, known, log);
            }
            else if (!seen.Add(member.Value))
            {
                log.Error(member.At, $"{what} has {kind} {member.Value} twice.", "Remove one of the two.");
            }
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Site.Editing;
using Switchhook.Site.Queues;
using Switchhook.Web.Security;

namespace Switchhook.Web.Pages.Editing.Queues;

/// <summary>Makes of the form of the queues the changes of the site file.</summary>
internal static class QueueEdits
{
    /// <summary>What was ticked: who was there keeps the place, who is new comes after.</summary>
    public static IEnumerable<SiteEdit> Ticked(FormField field, IFormCollection form)
    {
        var before = field.Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var ticked = form[field.Name].OfType<string>().Select(FormRows.Flat).ToList();
        ImmutableArray<string> after = [.. before.Where(ticked.Contains), .. ticked.Except(before)];
        if (!after.SequenceEqual(before))
        {
            yield return after.IsEmpty ? new SiteEdit.Remove(field.Path) : new SiteEdit.Set(field.Path, new EditValue.List(after));
        }
    }

    /// <summary>The rules as they were sent.</summary>
    public static IEnumerable<SiteEdit> Overflow(FormField field, IFormCollection form)
    {
        List<string> rules =
        [
            .. Rules(field, form).Where(rule => QueueRows.Conditions.Contains(rule.When))
                .Select(rule => $"{rule.When}|{(QueueRows.Flags.Contains(rule.When) ? "" : rule.Value)}|{rule.To}"),
        ];
        if (string.Join('\n', rules) != field.Value)
        {
            yield return rules.Count == 0
                ? new SiteEdit.Remove(field.Path)
                : new SiteEdit.Set(field.Path, new EditValue.Maps([.. rules.Select(Rule)]));
        }
    }

    /// <summary>The lines of the rules as they were typed, the empty ones too.</summary>
    public static IEnumerable<(string When, string Value, string To)> Rules(FormField field, IFormCollection form)
    {
        return Enumerable.Range(0, QueueDefaults.MostOverflow).Select(i => (Part(i, "when"), Part(i, "value"), Part(i, "to")));

        string Part(int rule, string part) =>
            FormRows.Flat(form.Field($"{field.Name}/{rule.ToString(CultureInfo.InvariantCulture)}/{part}"))
                .Replace("|", "", StringComparison.Ordinal);
    }

    /// <summary>A new queue: its callers go on with the next step of their flow while nobody works in it.</summary>
    public static SiteEdit New(string name, IFormCollection form)
    {
        ImmutableArray<string> members = [.. form["new/members"].OfType<string>().Select(FormRows.Flat)];
        EditValue overflow = new EditValue.Maps([Map([new("no-agents", "yes")])]);
        return new SiteEdit.Set(["queues", name], new EditValue.Map(
        [
            .. members.IsEmpty ? [] : new[] { KeyValuePair.Create<string, EditValue>("agents", new EditValue.List(members)) },
            KeyValuePair.Create("overflow", overflow),
        ]));
    }

    private static EditValue.Map Rule(string rule)
    {
        var (when, value, to) = rule.Split('|') switch { var parts => (parts[0], parts[1], parts[2]) };
        KeyValuePair<string, string>[] where = to.Length == 0 ? [] : [to == QueueRows.ToMessage ? new("message", "yes") : new("to", to)];
        return Map([new(when, QueueRows.Flags.Contains(when) ? "yes" : value), .. where]);
    }

    private static EditValue.Map Map(IEnumerable<KeyValuePair<string, string>> keys) =>
        new([.. keys.Select(key => KeyValuePair.Create<string, EditValue>(key.Key, new EditValue.Text(key.Value)))]);
}

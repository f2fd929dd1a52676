using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Editing;
using Switchhook.Web.Pages.Editing.Queues;
using Switchhook.Web.Security;

namespace Switchhook.Web.Pages.Editing;

/// <summary>Makes of a form that was sent the changes of the site file: only what is different from what the form showed.</summary>
internal static class FormEdits
{
    private static readonly string[] PhoneLists = ["phones", "notify"];

    /// <summary>The changes, in the order in which they are made.</summary>
    /// <param name="kind">The form.</param>
    /// <param name="root">What the version says that the form showed.</param>
    /// <param name="form">What was sent.</param>
    public static IReadOnlyList<FormEdit> Of(FormKind kind, YamlMap root, IFormCollection form)
    {
        var rows = FormRows.Of(kind, root);
        var edits = rows.Where(row => row.Title is not null).SelectMany(row => row.Fields)
            .Where(field => form.ContainsKey(field.Name) || IsByPart(field.Label) && form.ContainsKey(field.Path[1] + "/sent"))
            .SelectMany(field => Change(field, root, form).Select(edit => new FormEdit(edit, field.Name)));
        var made = New(kind, form).Select(edit => new FormEdit(edit, kind == FormKind.Phones ? "new/number" : "new/name"));
        return [.. edits.Concat(made).OrderBy(one => one.Edit is SiteEdit.Rename or SiteEdit.Remove { Path: ["phones", _] })];
    }

    /// <summary>Boxes that are not ticked are not sent; such a field is there with its row.</summary>
    public static bool IsByPart(FieldLabel label) =>
        label is FieldLabel.Groups or FieldLabel.Members or FieldLabel.Announcements or FieldLabel.Overflow;

    private static IEnumerable<SiteEdit> Change(FormField field, YamlMap root, IFormCollection form)
    {
        var value = FormRows.Flat(form.Field(field.Name));
        return field.Label switch
        {
            FieldLabel.Groups => Groups(field, root, form),
            FieldLabel.Remove => RemovePhone(field.Path[1], root, form),
            FieldLabel.Members or FieldLabel.Announcements => QueueEdits.Ticked(field, form),
            FieldLabel.Overflow => QueueEdits.Overflow(field, form),
            FieldLabel.NewDays or FieldLabel.NewDates => value.Length == 0 ? [] : [NewTimes(field, value, form)],
            _ when value == field.Value => [],
            FieldLabel.Number => value.Length == 0 ? [] : Renumber(field.Path[1], value, root),
            FieldLabel.Connection => Connect(field, value),
            FieldLabel.Closed or FieldLabel.Days or FieldLabel.Skills => [value.Length == 0
                ? new SiteEdit.Remove(field.Path)
                : new SiteEdit.Set(field.Path, new EditValue.List(Listed(value)))],
            FieldLabel.NewTimes or FieldLabel.NewDateTimes => [],
            _ => [value.Length == 0 ? new SiteEdit.Remove(field.Path) : Set(field.Path, value)],
        };
    }

    private static SiteEdit.Set Set(ImmutableArray<string> path, string value) => new(path, new EditValue.Text(value));

    private static ImmutableArray<string> Listed(string value) =>
        [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static SiteEdit NewTimes(FormField field, string days, IFormCollection form)
    {
        var times = field.Name.Replace("new-days", "new-times", StringComparison.Ordinal)
            .Replace("new-dates", "new-date-times", StringComparison.Ordinal);
        return Set([.. field.Path, days], FormRows.Flat(form.Field(times)));
    }

    // What comes first is written first, so that the phone is never without both.
    private static IEnumerable<SiteEdit> Connect(FormField field, string value)
    {
        ImmutableArray<string> sip = [.. field.Path[..^1], "sip"];
        if (value == "sip")
        {
            return field.Value.Length == 0 ? [Set(sip, "yes")] : [Set(sip, "yes"), new SiteEdit.Remove(field.Path)];
        }

        IEnumerable<SiteEdit> port = value.Length == 0 ? [] : [Set(field.Path, value)];
        return field.Value == "sip" ? port.Append(new SiteEdit.Remove(sip)) : port;
    }

    private static IEnumerable<SiteEdit> Groups(FormField field, YamlMap root, IFormCollection form)
    {
        var number = field.Path[1];
        if (IsRemoved(number, form))
        {
            yield break;
        }

        foreach (var group in field.Options)
        {
            var phones = PhonesOf(root, group);
            var wanted = form[field.Name].Contains(group);
            if (wanted != phones.Contains(number))
            {
                // Each phone of the form may change the same group, and each sees the file as it was shown.
                var after = phones.Where(phone => phone != number && !Leaves(phone, group, form))
                    .Concat(JoinsOf(root, group, form)).Distinct();
                yield return SetPhones(group, [.. after]);
            }
        }
    }

    private static IReadOnlyList<string> PhonesOf(YamlMap root, string group) =>
        FormRows.Texts(((root.Find("groups") as YamlMap)?.Find(group) as YamlMap)?.Find("phones"));

    private static bool Leaves(string phone, string group, IFormCollection form) =>
        IsRemoved(phone, form) || form.ContainsKey($"{phone}/sent") && !form[$"groups/{phone}"].Contains(group);

    private static IEnumerable<string> JoinsOf(YamlMap root, string group, IFormCollection form) =>
        FormRows.Entries(root, "phones").Select(phone => phone.Key.Value)
            .Where(phone => !IsRemoved(phone, form) && form[$"groups/{phone}"].Contains(group) && !PhonesOf(root, group).Contains(phone));

    private static bool IsRemoved(string phone, IFormCollection form) => form.Field($"remove/{phone}") == "yes";

    private static SiteEdit SetPhones(string group, ImmutableArray<string> phones)
    {
        ImmutableArray<string> path = ["groups", group, "phones"];
        return phones.IsEmpty ? new SiteEdit.Remove(path) : new SiteEdit.Set(path, new EditValue.List(phones));
    }

    private static IEnumerable<SiteEdit> RemovePhone(string number, YamlMap root, IFormCollection form)
    {
        if (!IsRemoved(number, form))
        {
            return [];
        }

        var groups = FormRows.Entries(root, "groups").Select(group => group.Key.Value)
            .Where(group => PhonesOf(root, group).Contains(number));
        return groups.Select(group => SetPhones(
                group, [.. PhonesOf(root, group).Where(phone => !Leaves(phone, group, form)).Concat(JoinsOf(root, group, form))]))
            .Append(new SiteEdit.Remove(["phones", number]));
    }

    // Where the file names the phone it gets the new number too; what is left is told by the check, with its line.
    private static IEnumerable<SiteEdit> Renumber(string number, string value, YamlMap root) =>
        Named(root, [], number, value).Append(new SiteEdit.Rename(["phones", number], value));

    private static IEnumerable<SiteEdit> Named(YamlMap map, ImmutableArray<string> path, string number, string value)
    {
        foreach (var entry in map.Entries)
        {
            ImmutableArray<string> here = [.. path, entry.Key.Value];
            if (entry.Value is YamlMap more)
            {
                foreach (var edit in Named(more, here, number, value))
                {
                    yield return edit;
                }
            }
            else if (entry.Value is YamlList list && PhoneLists.Contains(entry.Key.Value) && FormRows.Texts(list).Contains(number))
            {
                yield return new SiteEdit.Set(
                    here, new EditValue.List([.. FormRows.Texts(list).Select(one => one == number ? value : one)]));
            }
            else if (entry.Value is YamlText text && entry.Key.Value == "phone" && text.Text == number)
            {
                yield return Set(here, value);
            }
        }
    }

    private static IEnumerable<SiteEdit> New(FormKind kind, IFormCollection form)
    {
        var (name, number) = (FormRows.Flat(form.Field("new/name")), FormRows.Flat(form.Field("new/number")));
        switch (kind)
        {
            case FormKind.Phones when number.Length > 0:
                var (connection, place) = (FormRows.Flat(form.Field("new/connection")), FormRows.Flat(form.Field("new/place")));
                List<KeyValuePair<string, string>> keys =
                [
                    connection == "sip" ? new("sip", "yes") : new("port", connection), new("name", name), new("place", place),
                ];
                var written = keys.Where(key => key.Value.Length > 0)
                    .Select(key => KeyValuePair.Create<string, EditValue>(key.Key, new EditValue.Text(key.Value)));
                yield return new SiteEdit.Set(["phones", number], new EditValue.Map([.. written]));
                break;
            case FormKind.Hours when name.Length > 0:
                yield return Set(["hours", name, FormRows.Flat(form.Field("new/days"))], FormRows.Flat(form.Field("new/times")));
                break;
            case FormKind.Queues when name.Length > 0:
                yield return QueueEdits.New(name, form);
                break;
            case FormKind.Prompts when name.Length > 0:
                yield return Set(["prompts", name, "say"], FormRows.Flat(form.Field("new/say")));
                break;
            default:
                break;
        }
    }
}

/// <summary>A change that a form makes.</summary>
/// <param name="Edit">The change.</param>
/// <param name="Field">Name of the field that makes it.</param>
internal sealed record FormEdit(SiteEdit Edit, string Field);

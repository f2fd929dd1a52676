using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Editing;
using Switchhook.Site.Reading;

namespace Switchhook.Site.Starting;

/// <summary>
/// Writes what an owner says at the first start: into a new file with notes for people where the example was, or into the file that
/// somebody has prepared, of which all else stays. Each value is written by <see cref="SiteEditor"/>, which proves it.
/// </summary>
public static class SiteStarter
{
    private const int FirstCode = 11;

    // Each needs an entry to be there; this one goes when the first of the owner's stands beside it.
    private static readonly ImmutableArray<string> PlaceholderSections = ["lines", "phones", "agents"];

    /// <summary>The file.</summary>
    /// <param name="start">What the owner says.</param>
    public static SiteEditResult Write(SiteStart start) => SiteEditor.Edit(
        StarterFile.Of(start), [.. Fresh(start)], Most(start));

    /// <summary>A prepared file with what is different.</summary>
    /// <param name="text">The file.</param>
    /// <param name="site">What it says.</param>
    /// <param name="start">What the owner says; lines and phones that it leaves out stay.</param>
    public static SiteEditResult Write(string text, SiteModel site, SiteStart start) => SiteEditor.Edit(
        text, [.. Prepared(site, start, NamesLanguages(text))], Most(start));

    /// <summary>True for a file with the key <c>languages</c>: its texts are given in them, and another cannot take their place.</summary>
    /// <param name="text">The file.</param>
    public static bool NamesLanguages(string text) =>
        YamlDocument.Read(text, new MistakeLog("site.yaml")) is YamlMap root && root.Find("site") is YamlMap site
        && site.Find("languages") is not null;

    // A board of many ports has some changes for each.
    private static int Most(SiteStart start) => SiteEditor.MostEdits + 3 * (start.Lines.Length + start.Phones.Length);

    private static IEnumerable<SiteEdit> Fresh(SiteStart start)
    {
        List<SiteEdit> edits =
        [
            Set(start.Name, "site", "name"),
            Set(start.Country, "site", "country"),
            Set(start.TimeZone, "site", "time-zone"),
            Set(start.Language, "site", "language"),
            Set(start.Board, "board"),
            .. start.Lines.Select(line => new SiteEdit.Set(["lines", line.Name], LineOf(line, "day", "by-night"))),
            .. start.Phones.Select(phone => new SiteEdit.Set(["phones", phone.Number], PhoneOf(phone))),
            List(start.Answering, "groups", "reception", "phones"),
            .. start.HasHours ? HoursOf(start) : [],
            .. start.HasQueue ? AgentsOf(start) : [],
            List([start.FrontDesk], "voicemail", "front-desk", "phones"),
            Set(start.Greeting, "prompts", "greeting", "say"),
            Set(start.Closed, "prompts", "closed", "say"),
            Set(start.Nobody, "prompts", "nobody-there", "say"),
            List([.. start.Lines.Select(line => line.Name)], "line-groups", "outside", "lines"),
            List([start.FrontDesk], "emergency", "notify"),
            Set(start.Records ? "outside" : "none", "record"),
        ];
        return edits.Concat(
            from section in PlaceholderSections
            where section != "agents" || start.HasQueue
            select new SiteEdit.Remove([section, StarterFile.Placeholder]));
    }

    private static IEnumerable<SiteEdit> HoursOf(SiteStart start)
    {
        ImmutableArray<(string Days, string Times)> week =
            [("mon-fri", start.Weekdays), ("sat", start.Saturday), ("sun", start.Sunday)];
        foreach (var (days, times) in week.Where(day => day.Times.Length > 0))
        {
            yield return Set(times, "hours", "office", days);
        }

        if (start.ClosedOnHolidays)
        {
            yield return List(["holidays"], "hours", "office", "closed");
        }

        yield return new SiteEdit.Remove(["hours", "office", StarterFile.Placeholder]);
    }

    private static IEnumerable<SiteEdit> AgentsOf(SiteStart start)
    {
        var names = new List<string>();
        foreach (var phone in start.Phones.Where(phone => start.Answering.Contains(phone.Number)))
        {
            var name = Section.Suggest(phone.Name) is { Length: > 0 } good && !names.Contains(good) && good != StarterFile.Placeholder
                ? good
                : $"agent-{phone.Number}";
            var code = (FirstCode + names.Count).ToString(CultureInfo.InvariantCulture);
            names.Add(name);
            yield return new SiteEdit.Set(
                ["agents", name], Map([new("name", phone.Name), new("code", code), new("phone", phone.Number)]));
        }

        yield return List([.. names], "queues", "callers", "agents");
    }

    private static IEnumerable<SiteEdit> Prepared(SiteModel site, SiteStart start, bool namesLanguages)
    {
        List<SiteEdit?> edits =
        [
            Changed(site.Name, start.Name, "site", "name"),
            Changed(site.Country, start.Country, "site", "country"),
            Changed(site.TimeZone.Id, start.TimeZone, "site", "time-zone"),
            namesLanguages ? null : Changed(site.Language, start.Language, "site", "language"),
            Changed(site.Board, start.Board, "board"),
        ];
        foreach (var line in start.Lines)
        {
            edits.Add(site.Lines.Values.FirstOrDefault(one => one.Port == line.Port) is { } old
                ? Rewritten(old.Number ?? "", PhoneNumber.Normalize(line.Number) ?? line.Number, line.Number, "lines", old.Name, "number")
                : new SiteEdit.Set(["lines", site.Lines.ContainsKey(line.Name) ? $"line-{line.Port}" : line.Name], LineOf(
                    line, site.Lines.Values.FirstOrDefault()?.Flow ?? "", site.Lines.Values.FirstOrDefault()?.NightFlow ?? "")));
        }

        foreach (var phone in start.Phones)
        {
            if (site.Phones.GetValueOrDefault(phone.Number) is { } old)
            {
                edits.Add(Changed(old.Name, phone.Name, "phones", phone.Number, "name"));
                edits.Add(Changed(old.Place ?? "", phone.Place, "phones", phone.Number, "place"));
            }
            else
            {
                edits.Add(new SiteEdit.Set(["phones", phone.Number], PhoneOf(phone)));
            }
        }

        return edits.OfType<SiteEdit>();
    }

    private static SiteEdit.Set Set(string value, params ImmutableArray<string> path) => new(path, new EditValue.Text(value));

    private static SiteEdit.Set List(ImmutableArray<string> items, params ImmutableArray<string> path) =>
        new(path, new EditValue.List(items));

    private static SiteEdit? Changed(string old, string value, params ImmutableArray<string> path) =>
        old == value ? null : value.Length == 0 ? new SiteEdit.Remove(path) : Set(value, path);

    // What is written may look different and be the same.
    private static SiteEdit? Rewritten(string old, string same, string written, params ImmutableArray<string> path) =>
        old == same ? null : written.Length == 0 ? new SiteEdit.Remove(path) : Set(written, path);

    private static EditValue.Map LineOf(StartLine line, string route, string night) =>
        Map([new("port", line.Port), new("number", line.Number), new("route", route), new("night", night)]);

    private static EditValue.Map PhoneOf(StartPhone phone) => Map(
    [
        phone.Port is { } port ? new("port", port) : new("sip", "yes"), new("name", phone.Name), new("place", phone.Place),
    ]);

    private static EditValue.Map Map(IEnumerable<KeyValuePair<string, string>> keys) => new(
    [
        .. keys.Where(key => key.Value.Length > 0)
            .Select(key => KeyValuePair.Create<string, EditValue>(key.Key, new EditValue.Text(key.Value))),
    ]);
}

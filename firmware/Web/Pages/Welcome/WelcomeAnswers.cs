using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Site.Starting;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>What the fields of the first start say: what was filled in, and else what is proposed.</summary>
/// <param name="kept">What was filled in.</param>
/// <param name="proposals">What is proposed.</param>
public sealed class WelcomeAnswers(IReadOnlyDictionary<string, string> kept, WelcomeProposals proposals)
{
    /// <summary>Phones on the network that can be named at once; more are added later, on the page of the phones.</summary>
    private const int NetworkRows = 4;

    private static readonly string[] Nothing = [];

    /// <summary>The site in force.</summary>
    public SiteModel Site => proposals.Site;

    /// <summary>True where the example is in force: a new file takes its place.</summary>
    public bool IsFresh => proposals.IsFresh;

    /// <summary>True where a prepared site names several languages: they are changed in its file.</summary>
    public bool NamesLanguages => proposals.NamesLanguages;

    /// <summary>True when something was filled in.</summary>
    public bool IsBegun => kept.Count > 0;

    /// <summary>The board that was chosen.</summary>
    public Board Board => proposals.Boards.GetValueOrDefault(this["board"]) ?? proposals.Boards[Site.Board];

    /// <summary>All boards.</summary>
    public IEnumerable<Board> Boards => proposals.Boards.Values.OrderBy(board => board.Name, StringComparer.Ordinal);

    /// <summary>Ports for lines.</summary>
    public IEnumerable<string> LinePorts => Ports("fxo", Board.FxoPorts);

    /// <summary>Ports for phones.</summary>
    public IEnumerable<string> PhonePorts => Ports("fxs", Board.FxsPorts);

    /// <summary>Places for phones on the network.</summary>
    public IEnumerable<string> NetworkPhones => Ports("sip", NetworkRows + (IsFresh ? 0 : proposals.NetworkPhones.Count));

    /// <summary>Places for phones of both kinds.</summary>
    public IEnumerable<string> PhoneKeys => PhonePorts.Concat(NetworkPhones);

    /// <summary>Places of the phones that are used.</summary>
    public IEnumerable<string> UsedPhones => PhoneKeys.Where(key => this[$"phone/{key}/name"].Length > 0);

    /// <summary>What a field says.</summary>
    public string this[string field] => IsFixed(field) || !kept.TryGetValue(field, out var value) ? proposals.Of(field, this) : value;

    /// <summary>True for a field that was filled in before.</summary>
    public bool IsFilled(string field) => kept.ContainsKey(field);

    /// <summary>True where a box is ticked.</summary>
    public bool Has(string field) => this[field] == "yes";

    /// <summary>True for the number of a phone that the site has already: what names it would name nobody.</summary>
    public bool IsFixed(string field) => !IsFresh && field.EndsWith("/number", StringComparison.Ordinal)
        && field.StartsWith("phone/", StringComparison.Ordinal) && proposals.PhoneAt(field.Split('/')[1]) is not null;

    /// <summary>The fields of a step. What it asks of the phones it asks of those that are used, and of another as soon as it is.</summary>
    public IReadOnlyList<string> FieldsOf(WelcomeStep step) => step switch
    {
        WelcomeStep.Place when NamesLanguages => ["name", "country", "zone", "board"],
        WelcomeStep.Place => ["name", "country", "zone", "language", "board"],
        WelcomeStep.Lines => [.. LinePorts.SelectMany(port => new[] { $"line/{port}/on", $"line/{port}/number" })],
        WelcomeStep.Phones => [.. PhoneKeys.SelectMany(key => new[] { $"phone/{key}/number", $"phone/{key}/name" })],
        WelcomeStep.Answer when IsFresh =>
        [
            "answer", .. UsedPhones.Select(key => $"answers/{key}"), "hours/weekdays", "hours/saturday", "hours/sunday", "hours/holidays",
            "greeting", "closed", "nobody", "record",
        ],
        WelcomeStep.Emergency => [.. IsFresh ? ["front-desk", "address"] : Nothing, .. UsedPhones.Select(key => $"place/{key}")],
        _ => [],
    };

    /// <summary>What an owner says by them.</summary>
    public SiteStart Start()
    {
        var phones = UsedPhones.Select(key => (Key: key, Phone: PhoneAt(key))).ToImmutableArray();
        return new SiteStart(this["name"], this["country"], this["zone"], this["language"], this["board"])
        {
            Lines = [.. LinePorts.Where(port => Has($"line/{port}/on")).Select(port => new StartLine(port, this[$"line/{port}/number"]))],
            Phones = [.. phones.Select(one => one.Phone)],
            HasQueue = this["answer"] == "queue",
            Answering = [.. phones.Where(one => Has($"answers/{one.Key}")).Select(one => one.Phone.Number)],
            Weekdays = this["hours/weekdays"],
            Saturday = this["hours/saturday"],
            Sunday = this["hours/sunday"],
            ClosedOnHolidays = Has("hours/holidays"),
            FrontDesk = IsFresh ? FrontDesk(phones) : "",
            Greeting = this["greeting"],
            Closed = this["closed"],
            Nobody = this["nobody"],
            Records = Has("record"),
        };
    }

    /// <summary>The field of a value in the site file; null where none is asked for it.</summary>
    /// <param name="path">The keys that lead there.</param>
    public string? FieldOf(ImmutableArray<string> path) =>
        NamedBy(path) is { } field && FieldsOf(WelcomeView.StepOf(field)).Contains(field) ? field : null;

    private string? NamedBy(ImmutableArray<string> path) => path switch
    {
        ["site", "time-zone"] => "zone",
        ["site", var key] => key,
        ["board"] => "board",
        ["lines", var name, ..] => LinePorts.FirstOrDefault(port => NameOf(port) == name) is { } port ? $"line/{port}/number" : null,
        ["phones", var number, .. var rest] =>
            UsedPhones.FirstOrDefault(key => this[$"phone/{key}/number"] == number) is not { } phone ? null
            : rest is ["place"] ? $"place/{phone}"
            : $"phone/{phone}/{(rest is ["name"] ? "name" : "number")}",
        ["hours", "office", "sat"] => "hours/saturday",
        ["hours", "office", "sun"] => "hours/sunday",
        ["hours", "office", "closed"] => "hours/holidays",
        ["hours", ..] => "hours/weekdays",
        ["prompts", "nobody-there", ..] => "nobody",
        ["prompts", var name, ..] => name,
        ["groups" or "agents" or "queues", ..] => "answer",
        ["emergency" or "voicemail", ..] => "front-desk",
        _ => null,
    };

    // The address of the house, and in it the room where the phone stands.
    private StartPhone PhoneAt(string key)
    {
        var (address, room) = (this["address"], this[$"place/{key}"]);
        return new StartPhone(
            this[$"phone/{key}/number"],
            key.StartsWith("sip", StringComparison.Ordinal) ? null : key,
            this[$"phone/{key}/name"],
            room.Length == 0 ? address : address.Length == 0 ? room : $"{address}, {room}");
    }

    private string FrontDesk(ImmutableArray<(string Key, StartPhone Phone)> phones) =>
        phones.FirstOrDefault(one => one.Key == this["front-desk"]).Phone?.Number
        ?? phones.FirstOrDefault().Phone?.Number ?? "";

    private string NameOf(string port) => Site.Lines.Values.FirstOrDefault(line => !IsFresh && line.Port == port)?.Name
        ?? new StartLine(port, "").Name;

    private static IEnumerable<string> Ports(string kind, int count) =>
        Enumerable.Range(1, count).Select(port => kind + port.ToString(CultureInfo.InvariantCulture));
}

using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Sipp;

/// <summary>
/// A scenario for sipp, of <c>Sip/Scenarios</c>. Beside what sipp itself replaces ([service], [field0], keys), a file may hold
/// <c>{name=default}</c> or <c>{name}</c>, which <see cref="With(string, string)"/> fills anywhere, in attributes too, and
/// <c>{+part name=value}</c>, which stands for the file <c>part.xml</c> under <c>Parts</c> with some of its own names filled.
/// </summary>
public sealed partial class SippScenario
{
    private const int MaxDepth = 4;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sip", "Scenarios");

    private readonly string _text;
    private readonly Dictionary<string, string> _values;

    private SippScenario(string name, string text, Dictionary<string, string> values) => (Name, _text, _values) = (name, text, values);

    /// <summary>Folder and name, without extension: <c>Calls/call</c>.</summary>
    public string Name { get; }

    /// <summary>Every scenario there is, by name.</summary>
    public static IEnumerable<string> All =>
        from path in Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories)
        let name = Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace('\\', '/')
        where !name.StartsWith("Parts/", StringComparison.Ordinal)
        orderby name
        select name;

    /// <summary>Reads a scenario.</summary>
    /// <param name="name">Folder and name, without extension.</param>
    public static SippScenario Load(string name) => Parse(name, Read(name));

    /// <summary>A scenario from its text.</summary>
    public static SippScenario Parse(string name, string text) => new(name, IncludeParts(name, text, 0), []);

    /// <summary>Fills a name.</summary>
    /// <exception cref="ArgumentException">The scenario has no such name.</exception>
    public SippScenario With(string name, string value)
    {
        if (!Place().Matches(_text).Any(place => place.Groups["name"].Value == name))
        {
            var names = Place().Matches(_text).Select(place => place.Groups["name"].Value).Distinct();
            throw new ArgumentException($"{Name} has no {{{name}}}; it has {string.Join(", ", names)}.", nameof(name));
        }

        return new SippScenario(Name, _text, new Dictionary<string, string>(_values) { [name] = value });
    }

    /// <summary>Fills a name with a number.</summary>
    /// <exception cref="ArgumentException">The scenario has no such name.</exception>
    public SippScenario With(string name, int value) => With(name, $"{value}");

    /// <summary>
    /// The caller is a phone: it is asked for its password (401), gives it, and goes on as the scenario says. (<c>{login=}</c> and
    /// <c>{login2=}</c> are where that goes.)
    /// </summary>
    /// <param name="user">Its number; its password is sipp's option.</param>
    /// <exception cref="ArgumentException">The scenario calls nobody.</exception>
    public SippScenario AsPhone(string user)
    {
        var text = _text
            .Replace("{login=}", IncludeParts(Name, "{+login}", 0), StringComparison.Ordinal)
            .Replace("{login2=}", IncludeParts(Name, "{+login-second}", 0), StringComparison.Ordinal);
        var asked = new SippScenario(Name, text, _values).With("proof", "[authentication]").With("user", user);
        return text.Contains("{number=", StringComparison.Ordinal) ? asked.With("number", 2) : asked;
    }

    /// <summary>Fills every name that has no default and is not given.</summary>
    public SippScenario WithMissing(string value)
    {
        var places = Place().Matches(_text).ToLookup(place => place.Groups["name"].Value);
        var missing = places
            .Where(name => name.Key != "port" && !_values.ContainsKey(name.Key))
            .Where(name => !name.Any(place => place.Groups["default"].Success));
        return missing.Aggregate(this, (scenario, name) => scenario.With(name.Key, value));
    }

    /// <summary>What sipp reads.</summary>
    /// <param name="port">The port that sipp will have: <c>{port}</c>. (In a pattern, sipp would take [local_port] for one letter.)</param>
    /// <exception cref="FormatException">A name without default is not filled, or has two.</exception>
    public string ToXml(int port)
    {
        var defaults = new Dictionary<string, string> { ["port"] = $"{port}" };
        foreach (var place in Place().Matches(_text).Where(place => place.Groups["default"].Success))
        {
            var (name, value) = (place.Groups["name"].Value, place.Groups["default"].Value);
            if (!defaults.TryAdd(name, value) && defaults[name] != value)
            {
                throw new FormatException($"{Name}: {{{name}}} has two defaults, '{defaults[name]}' and '{value}'.");
            }
        }

        return Fill(_text, place => Value(place.Groups["name"].Value, defaults));
    }

    private string Value(string name, Dictionary<string, string> defaults) =>
        _values.TryGetValue(name, out var value) || defaults.TryGetValue(name, out value)
            ? value
            : throw new FormatException($"{Name}: {{{name}}} has no default and is not given.");

    private static string IncludeParts(string name, string text, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"{name}: parts within parts, over {MaxDepth} deep.");
        }

        return Part().Replace(text, match =>
        {
            var part = IncludeParts(name, ReadPart(match.Groups["part"].Value).TrimEnd('\n'), depth + 1);
            foreach (var pair in match.Groups["pair"].Captures.Select(pair => pair.Value.Split('=', 2)))
            {
                part = Fill(part, place => place.Groups["name"].Value == pair[0] ? pair[1].Trim('"') : place.Value);
            }

            return part;
        });
    }

    // A line that is left empty goes: it would end the headers of a message.
    private static string Fill(string text, Func<Match, string> value)
    {
        var lines =
            from line in text.Split('\n')
            let filled = Place().Replace(line, place => value(place))
            where !string.IsNullOrWhiteSpace(filled) || string.IsNullOrWhiteSpace(line)
            select filled;
        return string.Join('\n', lines);
    }

    private static string ReadPart(string name)
    {
        var files = Directory.GetFiles(Path.Combine(Folder, "Parts"), $"{name}.xml", SearchOption.AllDirectories);
        return files.Length == 1 ? File.ReadAllText(files[0]) : throw new FileNotFoundException($"There are {files.Length} parts {name}.");
    }

    private static string Read(string name)
    {
        var path = Path.Combine(Folder, $"{name}.xml");
        return File.Exists(path) ? File.ReadAllText(path) : throw new FileNotFoundException($"There is no scenario {name}: {path}.", path);
    }

    [GeneratedRegex(@"\{(?<name>[a-z][a-z0-9]*)(=(?<default>[^{}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    // A value is a word, text in quotes, or a place of the scenario's own.
    [GeneratedRegex(
        """\{\+(?<part>[a-z0-9-]+)(\s+(?<pair>[a-z][a-z0-9]*=("[^"]*"|\{[^{}]*\}|[^\s{}"]*)))*\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}

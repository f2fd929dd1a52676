namespace Switchhook.Hardware.Yaml;

/// <summary>
/// A set of known keys with typed values. Each getter gives null when the key is missing or its value is wrong; a wrong value is in the log
/// then.
/// </summary>
public sealed class YamlFields
{
    private readonly YamlMap _map;
    private readonly IReadOnlyList<YamlKey> _keys;

    private YamlFields(YamlMap map, string what, IReadOnlyList<YamlKey> keys, MistakeLog log)
    {
        (_map, What, _keys, Values) = (map, what, keys, new YamlValues(log));
    }

    /// <summary>What the keys describe, for messages: "line main-1".</summary>
    public string What { get; }

    /// <summary>Where the keys begin.</summary>
    public Place At => _map.At;

    /// <summary>Reads single values.</summary>
    public YamlValues Values { get; }

    /// <summary>True when a key was noted as unknown: it may be a slip for one that seems to be missing.</summary>
    public bool HasUnknown => _map.Entries.Any(entry => _keys.All(key => key.Name != entry.Key.Value));

    /// <summary>Takes a node as a set of keys, and notes unknown and missing ones.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it describes, for messages: "line main-1".</param>
    /// <param name="keys">The keys that it may have.</param>
    /// <param name="log">Takes the mistakes.</param>
    /// <returns>Null when the node is something else.</returns>
    public static YamlFields? Open(YamlNode node, string what, IReadOnlyList<YamlKey> keys, MistakeLog log)
    {
        if (node is not YamlMap map)
        {
            log.Error(
                node.At,
                $"{Sentence(what)} must be a set of keys, not {node.Kind}.",
                $"Write its keys under it, each with a value: {Listed(keys)}.");
            return null;
        }

        var meant = NoteUnknown(map, what, keys, log);
        foreach (var key in keys.Where(key => key.IsRequired && map.Find(key.Name) is null && !meant.Contains(key.Name)))
        {
            log.Error(map.At, $"{Sentence(what)} has no \"{key.Name}\".", $"Add \"{key.Name}: {key.Example}\".");
        }

        return new YamlFields(map, what, keys, log);
    }

    /// <summary>True when the key is there.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value as it stands; null without the key.</summary>
    public YamlNode? Node(string key) =>
        _keys.Any(known => known.Name == key)
            ? _map.Find(key)
            : throw new ArgumentException($"\"{key}\" is not among the known keys of {What}.", nameof(key));

    /// <summary>Where the value stands, or where the keys begin without it.</summary>
    public Place PlaceOf(string key) => Node(key)?.At ?? At;

    /// <summary>A text that is not empty.</summary>
    public Located<string>? Text(string key, int longest = YamlValues.LongestText) =>
        Node(key) is { } node ? Values.Text(node, key, longest) : null;

    /// <summary>A whole number.</summary>
    public Located<int>? Number(string key, int least, int most) =>
        Node(key) is { } node ? Values.Number(node, key, least, most) : null;

    /// <summary>A number that may have decimals.</summary>
    public Located<double>? Decimal(string key, double least, double most) =>
        Node(key) is { } node ? Values.Decimal(node, key, least, most) : null;

    /// <summary>A length of time with its unit.</summary>
    public Located<TimeSpan>? Duration(string key, TimeSpan least, TimeSpan most) =>
        Node(key) is { } node ? Values.Duration(node, key, least, most) : null;

    /// <summary>Yes or no.</summary>
    public Located<bool>? Flag(string key) => Node(key) is { } node ? Values.Flag(node, key) : null;

    /// <summary>One of the words of an enumeration, in kebab-case.</summary>
    public Located<T>? Choice<T>(string key)
        where T : struct, Enum => Node(key) is { } node ? Values.Choice<T>(node, key) : null;

    /// <summary>A list of texts; wrong ones are left out.</summary>
    public IReadOnlyList<Located<string>>? Texts(string key) => Node(key) is { } node ? Values.Texts(node, key) : null;

    // Returns the keys that the unknown ones are slips for: they are not missing as well.
    private static HashSet<string> NoteUnknown(YamlMap map, string what, IReadOnlyList<YamlKey> keys, MistakeLog log)
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries.Where(entry => keys.All(key => key.Name != entry.Key.Value)))
        {
            var nearest = NearestWord.Of(entry.Key.Value, keys.Select(key => key.Name));
            log.Error(
                entry.Key.At,
                $"{Sentence(what)} has no key \"{Quote.Short(entry.Key.Value)}\".",
                nearest is null ? $"Its keys are: {Listed(keys)}." : $"Write \"{nearest}\" instead.");
            meant.Add(nearest ?? "");
        }

        return meant;
    }

    private static string Listed(IEnumerable<YamlKey> keys) => string.Join(", ", keys.Select(key => key.Name));

    private static string Sentence(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}

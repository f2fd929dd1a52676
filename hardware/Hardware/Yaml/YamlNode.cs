namespace Switchhook.Hardware.Yaml;

/// <summary>A part of a YAML file that knows where it stands.</summary>
/// <param name="at">Where it begins.</param>
public abstract class YamlNode(Place at)
{
    /// <summary>Where it begins.</summary>
    public Place At { get; } = at;

    /// <summary>Its characters in the text, with its quotes or brackets.</summary>
    public YamlSpan Span { get; init; }

    /// <summary>Its kind in words, for messages: "a text", "a list".</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value. What type it has is for the reader to say: <c>0101</c> stays these four characters.</summary>
/// <param name="at">Where it begins.</param>
/// <param name="text">The characters, without quotes.</param>
/// <param name="isEmpty">True for nothing, <c>~</c> and <c>null</c> without quotes.</param>
public sealed class YamlText(Place at, string text, bool isEmpty) : YamlNode(at)
{
    /// <summary>The characters, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>True when the file gives no value.</summary>
    public bool IsEmpty { get; } = isEmpty;

    /// <inheritdoc/>
    public override string Kind => IsEmpty ? "nothing" : $"\"{Quote.Short(Text)}\"";
}

/// <summary>A list.</summary>
/// <param name="at">Where it begins.</param>
/// <param name="items">Its items.</param>
public sealed class YamlList(Place at, IReadOnlyList<YamlNode> items) : YamlNode(at)
{
    /// <summary>True when it is written as <c>[a, b]</c>.</summary>
    public bool IsInBrackets { get; init; }

    /// <summary>Its items in the order of the file.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>Keys with values. No key twice.</summary>
/// <param name="at">Where it begins.</param>
/// <param name="entries">Its entries.</param>
public sealed class YamlMap(Place at, IReadOnlyList<YamlEntry> entries) : YamlNode(at)
{
    /// <summary>True when it is written as <c>{a: b}</c>.</summary>
    public bool IsInBrackets { get; init; }

    /// <summary>Its entries in the order of the file.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Kind => "a set of keys";

    /// <summary>The value of a key; null without it.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(Located<string> Key, YamlNode Value)
{
    /// <summary>The characters of the key in the text, with its quotes.</summary>
    public YamlSpan KeySpan { get; init; }
}

/// <summary>A run of characters of a text.</summary>
/// <param name="From">Index of the first, from 0.</param>
/// <param name="To">Index after the last.</param>
public readonly record struct YamlSpan(int From, int To);

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Switchhook.Hardware.Yaml;

/// <summary>Builds nodes from the events of YamlDotNet's parser.</summary>
/// <remarks>Not YamlDotNet's own representation model: it stops at the first duplicate key, and follows aliases.</remarks>
/// <param name="parser">Reads the text.</param>
/// <param name="log">Takes the mistakes.</param>
/// <param name="shift">How many characters of the file stand before what the parser reads.</param>
internal sealed class YamlComposer(IParser parser, MistakeLog log, int shift)
{
    private readonly Stack<Place> _brackets = new();
    private int _depth;
    private bool _tooDeep;
    private bool _hasAlias;

    /// <summary>The innermost bracket that is open at the moment, for messages; null without one.</summary>
    public Place? OpenBracket => _brackets.TryPeek(out var place) ? place : null;

    /// <summary>How far the parser has come.</summary>
    public Place Reached => parser.Current is { } current ? PlaceOf(current.Start) : Place.Start;

    /// <summary>The root of the only document; null when the file is empty.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public YamlNode? ReadWhole()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            log.Error(Place.Start, "The file is empty.", "Begin with the demo site's file and change it.");
            return null;
        }

        var root = ReadNode();
        if (_tooDeep)
        {
            return null;
        }

        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            log.Error(PlaceOf(second.Start), "A second document begins here.", "Remove the line \"---\" and what follows it.");
        }

        return _hasAlias ? null : root;
    }

    private YamlNode ReadNode()
    {
        if (_tooDeep)
        {
            return new YamlText(Place.Start, "", isEmpty: true);
        }

        if (parser.Current is NodeEvent node)
        {
            RefuseDecoration(node);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            _hasAlias = true;
            log.Error(PlaceOf(alias.Start), $"\"*{Quote.Short(alias.Value.Value)}\" is an alias.", "Write the value out in each place.");
            return new YamlText(PlaceOf(alias.Start), "", isEmpty: true);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Text(scalar);
        }

        return ReadCollection();
    }

    private YamlNode ReadCollection()
    {
        var start = parser.Current!;
        var at = PlaceOf(start.Start);
        var inBrackets = start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };
        if (inBrackets)
        {
            _brackets.Push(at);
        }

        if (++_depth > YamlDocument.DeepestNesting)
        {
            return RefuseDepth(at);
        }

        YamlNode node = parser.TryConsume<SequenceStart>(out _) ? ReadList(start, inBrackets) : ReadMap(start, inBrackets);
        _depth--;
        if (inBrackets)
        {
            _brackets.Pop();
        }

        // Only now, because the parser stumbles over what follows when it steps over the end.
        if (!_tooDeep)
        {
            parser.MoveNext();
        }

        return node;
    }

    private YamlList ReadList(ParsingEvent start, bool inBrackets)
    {
        var items = new List<YamlNode>();
        while (!_tooDeep && !parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new YamlList(PlaceOf(start.Start), items)
        {
            IsInBrackets = inBrackets,
            Span = CollectionSpan(start, inBrackets, items.LastOrDefault()),
        };
    }

    private YamlMap ReadMap(ParsingEvent start, bool inBrackets)
    {
        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!_tooDeep && !parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode();
            var value = ReadNode();
            if (_tooDeep)
            {
                break;
            }

            if (key is not YamlText { IsEmpty: false } word)
            {
                log.Error(key.At, $"A key must be a word or a number, not {key.Kind}.", "Put the key before the colon: \"key: value\".");
            }
            else if (!places.TryAdd(word.Text, word.At))
            {
                log.Error(
                    word.At,
                    $"\"{Quote.Short(word.Text)}\" is already there in line {places[word.Text].Line}.",
                    "Remove one of the two, or give it another name.");
            }
            else
            {
                entries.Add(new YamlEntry(new Located<string>(word.Text, word.At), value) { KeySpan = word.Span });
            }
        }

        return new YamlMap(PlaceOf(start.Start), entries)
        {
            IsInBrackets = inBrackets,
            Span = CollectionSpan(start, inBrackets, entries.LastOrDefault()?.Value),
        };
    }

    // Without brackets nothing marks the end but what comes next. The parser says of a closing bracket only where it begins.
    private YamlSpan CollectionSpan(ParsingEvent start, bool inBrackets, YamlNode? last)
    {
        var from = IndexOf(start.Start);
        return new YamlSpan(from, inBrackets ? IndexOf(parser.Current!.Start) + 1 : Math.Max(from, last?.Span.To ?? from));
    }

    private int IndexOf(Mark mark) => (int)mark.Index + shift;

    // From here on nothing is read any more: every loop ends at once.
    private YamlText RefuseDepth(Place at)
    {
        _tooDeep = true;
        log.Error(
            at,
            $"Lists and keys stand inside each other more than {YamlDocument.DeepestNesting} levels deep.",
            "Nothing here needs that; look for brackets that are not closed.");
        return new YamlText(at, "", isEmpty: true);
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            log.Error(
                PlaceOf(node.Start),
                $"\"&{Quote.Short(node.Anchor.Value)}\" is an anchor.",
                "Remove it and write the value out in each place.");
        }

        if (!node.Tag.IsEmpty)
        {
            var tag = node.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal);
            log.Error(PlaceOf(node.Start), $"\"{Quote.Short(tag)}\" is a YAML tag.", "Remove it; the type of a value is known.");
        }
    }

    private YamlText Text(Scalar scalar)
    {
        var isEmpty = scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };
        return new YamlText(PlaceOf(scalar.Start), scalar.Value, isEmpty)
        {
            Span = new YamlSpan(IndexOf(scalar.Start), IndexOf(scalar.End)),
        };
    }

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);
}

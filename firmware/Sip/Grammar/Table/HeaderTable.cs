using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>The headers of a message in their order. They stay bytes until somebody asks.</summary>
internal readonly struct HeaderTable
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly HeaderEntry[]? _entries;
    private readonly ulong _seen;
    private readonly int _valuesLimit;

    /// <summary>The headers that a reader found.</summary>
    /// <param name="bytes">The whole message.</param>
    /// <param name="entries">Where they lie.</param>
    /// <param name="count">How many of the entries are headers.</param>
    /// <param name="seen">A bit for each <see cref="HeaderId"/> that is there.</param>
    /// <param name="valuesLimit">How many values of one kind are read at most.</param>
    public HeaderTable(ReadOnlyMemory<byte> bytes, HeaderEntry[] entries, int count, ulong seen, int valuesLimit) =>
        (_bytes, _entries, Count, _seen, _valuesLimit) = (bytes, entries, count, seen, valuesLimit);

    /// <summary>How many header lines.</summary>
    public int Count { get; }

    /// <summary>A header by its place.</summary>
    public HeaderLine this[int index]
    {
        get
        {
            var entry = Entries[index];
            return new HeaderLine(entry.Id, new SipText(_bytes.Slice(entry.NameStart, entry.NameLength)), ValueOf(entry));
        }
    }

    private ReadOnlySpan<HeaderEntry> Entries => _entries.AsSpan(0, Count);

    /// <summary>Whether a header is there.</summary>
    public bool Has(HeaderId id) => (_seen & (1UL << (int)id)) != 0;

    /// <summary>How many lines of a header there are.</summary>
    public int CountOf(HeaderId id)
    {
        var count = 0;
        foreach (ref readonly var entry in Entries)
        {
            count += entry.Id == id ? 1 : 0;
        }

        return count;
    }

    /// <summary>The value of the first line of a header; empty when there is none.</summary>
    public SipText First(HeaderId id)
    {
        if (Has(id))
        {
            foreach (ref readonly var entry in Entries)
            {
                if (entry.Id == id)
                {
                    return ValueOf(entry);
                }
            }
        }

        return default;
    }

    /// <summary>The values of all lines of a header; a line may hold several with commas between them.</summary>
    public IEnumerable<SipText> All(HeaderId id)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_entries![i].Id == id)
            {
                yield return ValueOf(_entries[i]);
            }
        }
    }

    /// <summary>The values of all lines of a header by its name, long or short, in upper or lower case.</summary>
    public IEnumerable<SipText> Named(string name)
    {
        var wanted = SipText.Of(name);
        var id = HeaderNames.Find(wanted.Span);
        for (var i = 0; i < Count; i++)
        {
            var line = this[i];
            if (id == HeaderId.Other ? line.Name.IsIgnoringCase(wanted.Span) : line.Id == id)
            {
                yield return line.Value;
            }
        }
    }

    /// <summary>The first line of a header, read as one value.</summary>
    public HeaderRead<T> Read<T>(HeaderId id)
        where T : IHeaderValue<T>
    {
        if (!Has(id))
        {
            return default;
        }

        return T.TryParse(First(id), out var value) ? HeaderRead<T>.Of(value) : HeaderRead<T>.Malformed;
    }

    /// <summary>The first value of the first line of a header that holds lists, as Via and Route do.</summary>
    public HeaderRead<T> ReadTop<T>(HeaderId id)
        where T : IHeaderValue<T>
    {
        if (!Has(id))
        {
            return default;
        }

        var line = First(id);
        var list = new CommaList(line.Span);
        return list.TryNext(out var part) && T.TryParse(line.Slice(part), out var value)
            ? HeaderRead<T>.Of(value)
            : HeaderRead<T>.Malformed;
    }

    /// <summary>All values of a header on all of its lines, read; one that cannot be read, or too many, spoil them all.</summary>
    public HeaderRead<IReadOnlyList<T>> ReadAll<T>(HeaderId id)
        where T : IHeaderValue<T>
    {
        if (!Has(id))
        {
            return default;
        }

        var values = new List<T>();
        foreach (ref readonly var entry in Entries)
        {
            if (entry.Id == id && !TryReadLine(ValueOf(entry), values))
            {
                return HeaderRead<IReadOnlyList<T>>.Malformed;
            }
        }

        return HeaderRead<IReadOnlyList<T>>.Of(values);
    }

    private bool TryReadLine<T>(SipText line, List<T> values)
        where T : IHeaderValue<T>
    {
        // An empty line is an empty list: Supported and Accept may say "nothing" so.
        var list = new CommaList(line.Span);
        while (!line.IsEmpty && list.TryNext(out var part))
        {
            if (values.Count >= _valuesLimit || !T.TryParse(line.Slice(part), out var value))
            {
                return false;
            }

            values.Add(value);
        }

        return true;
    }

    private SipText ValueOf(in HeaderEntry entry) => new(_bytes.Slice(entry.ValueStart, entry.ValueLength));
}

using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Switching;

/// <summary>The lines of a site file, for changes that leave all else as its writer has it.</summary>
internal sealed class SiteLines
{
    /// <summary>What stands before lines of a hunt group that is a queue for now.</summary>
    public const string Kept = "#~ ";

    private readonly List<string> _lines;
    private readonly string _end;

    public SiteLines(string text)
    {
        _end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r" : "";
        _lines = [.. text.Split('\n')];
    }

    public string Text => string.Join('\n', _lines);

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>A line without its end, from 0.</summary>
    public string this[int line] => _lines[line].TrimEnd('\r');

    /// <summary>Writes another word where one stands; false when it does not stand there.</summary>
    public bool Replace(Place at, string old, string current)
    {
        var (line, column) = (_lines[at.Line - 1], at.Column - 1);
        if (column + old.Length > line.Length || !line.AsSpan(column).StartsWith(old, StringComparison.Ordinal))
        {
            return false;
        }

        _lines[at.Line - 1] = string.Concat(line.AsSpan(0, column), current, line.AsSpan(column + old.Length));
        return true;
    }

    /// <summary>The line after the last one of what begins in a line: of a key and all that is indented below it.</summary>
    public int EndOf(int first)
    {
        var end = first + 1;
        for (var line = end; line < Count; line++)
        {
            if (IsKept(line) ? IndentOf(KeptOf(line)) <= IndentOf(first) : !IsRemark(line) && IndentOf(line) <= IndentOf(first))
            {
                break;
            }

            // What is said at the end belongs to what follows.
            end = !IsRemark(line) || IsKept(line) ? line + 1 : end;
        }

        return end;
    }

    /// <summary>True when nothing stands before a place in its line, and its entry shares no line with another.</summary>
    public bool HasOwnLines(Place at) => this[at.Line - 1].AsSpan(0, at.Column - 1).Trim(' ').IsEmpty;

    public void Insert(int line, IEnumerable<string> lines) => _lines.InsertRange(line, lines.Select(one => one + _end));

    public void Remove(int first, int end) => _lines.RemoveRange(first, end - first);

    /// <summary>Makes lines comments that are kept.</summary>
    public void Keep(int first, int end)
    {
        for (var line = first; line < end; line++)
        {
            _lines[line] = Kept + _lines[line];
        }
    }

    /// <summary>Makes lines that were kept what they were.</summary>
    public void Restore(int first, int end)
    {
        for (var line = first; line < end; line++)
        {
            _lines[line] = _lines[line][Kept.Length..];
        }
    }

    /// <summary>The line in which something kept begins, such as <c>  reception:</c>; -1 when nothing of it is.</summary>
    public int FindKept(string key, bool isSection)
    {
        for (var line = 0; line < Count; line++)
        {
            if (IsKept(line) && KeptOf(line) is var text
                && (IndentOf(text) == 0) == isSection && text.TrimStart(' ').StartsWith($"{key}:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return -1;
    }

    /// <summary>The line after the last kept one of what begins in a kept line.</summary>
    public int EndOfKept(int first)
    {
        var end = first + 1;
        while (end < Count && IsKept(end) && (KeptOf(end).Trim(' ').Length == 0 || IndentOf(KeptOf(end)) > IndentOf(KeptOf(first))))
        {
            end++;
        }

        return end;
    }

    private bool IsKept(int line) => _lines[line].StartsWith(Kept, StringComparison.Ordinal);

    private string KeptOf(int line) => this[line][Kept.Length..];

    private bool IsRemark(int line) => this[line].AsSpan().TrimStart(' ') is var text && (text.IsEmpty || text[0] == '#');

    private int IndentOf(int line) => IndentOf(this[line]);

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;
}

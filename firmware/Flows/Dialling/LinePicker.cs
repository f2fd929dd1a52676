using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>In which order the lines of a group are tried; remembers where round robin stands.</summary>
internal sealed class LinePicker
{
    private readonly Dictionary<string, string> _lastTaken = new(StringComparer.Ordinal);

    /// <summary>The lines of the group, the one to try first in front.</summary>
    public IReadOnlyList<string> Order(LineGroupConfig group) => group.Order switch
    {
        LineOrder.Ascending => group.Lines,
        LineOrder.Descending => [.. group.Lines.Reverse()],
        LineOrder.RoundRobin => After(group.Lines, _lastTaken.GetValueOrDefault(group.Name)),
    };

    /// <summary>Tells that a line of the group was seized.</summary>
    public void Taken(LineGroupConfig group, string line) => _lastTaken[group.Name] = line;

    /// <summary>Why a line was chosen, in words.</summary>
    public static string Reason(LineGroupConfig group) => group.Order switch
    {
        LineOrder.Ascending => $"first free line of group {group.Name}",
        LineOrder.Descending => $"last free line of group {group.Name}",
        LineOrder.RoundRobin => $"next free line of group {group.Name} in turn",
    };

    private static IReadOnlyList<string> After(IReadOnlyList<string> lines, string? last)
    {
        var start = lines.ToList().IndexOf(last ?? "") + 1;
        return [.. lines.Skip(start), .. lines.Take(start)];
    }
}

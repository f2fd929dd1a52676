using System.Globalization;
using Switchhook.Site;

namespace Switchhook.Flows.Codes;

/// <summary>Exchange lines by the numbers of their ports, which stand at the sockets of the box. Pure.</summary>
internal static class LinePorts
{
    private const string Kind = "fxo";

    /// <summary>The names of a site's lines by the number of the port: 3 for <c>fxo3</c>.</summary>
    public static IReadOnlyDictionary<int, string> Of(SiteModel site)
    {
        var ports = new SortedDictionary<int, string>();
        foreach (var line in site.Lines.Values)
        {
            if (line.Port.StartsWith(Kind, StringComparison.Ordinal)
                && int.TryParse(line.Port[Kind.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                ports.TryAdd(number, line.Name);
            }
        }

        return ports;
    }
}

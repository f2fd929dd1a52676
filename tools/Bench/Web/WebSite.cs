using System.Globalization;
using System.Text;

namespace Switchhook.Bench.Web;

/// <summary>A site file in which each line rings a phone of its own, and every call is recorded.</summary>
internal static class WebSite
{
    /// <summary>Where it is.</summary>
    public const string Country = "US";

    /// <summary>The file's text.</summary>
    /// <param name="calls">Lines, and as many phones.</param>
    public static string Of(int calls)
    {
        var text = new StringBuilder($"site: {{name: Web bench, country: {Country}, time-zone: America/Chicago, language: en}}\n")
            .Append("board: simulated-large\n");
        Section(text, "lines", calls, n => $"  {n}: {{port: fxo{n}, route: flow-{n}}}");
        Section(text, "phones", calls, n => $"  {PhoneOf(n)}: {{port: fxs{n}, name: Phone {n}, place: Hall}}");
        Section(text, "groups", calls, n => $"  group-{n}: {{phones: [{PhoneOf(n)}], strategy: in-order, ring: 60 s}}");
        Section(text, "flows", calls, n => $"  flow-{n}:\n    - ring: group-{n}\n    - hang-up");
        return text.Append("record: all\n").ToString();
    }

    /// <summary>Number of the phone that a line rings.</summary>
    public static string PhoneOf(int line) => (3000 + line).ToString(CultureInfo.InvariantCulture);

    private static void Section(StringBuilder text, string name, int count, Func<int, FormattableString> entry)
    {
        text.Append(name).Append(":\n");
        foreach (var n in Enumerable.Range(1, count))
        {
            text.Append(entry(n).ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}

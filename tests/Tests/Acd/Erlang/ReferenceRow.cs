using System.Globalization;

namespace Switchhook.Tests.Acd.Erlang;

/// <summary>One line of <c>erlang-reference.csv</c>: exact values, and what a simulation of 5 × 180 000 calls found.</summary>
internal sealed class ReferenceRow
{
    private readonly Dictionary<string, string> _cells;

    private ReferenceRow(string[] names, string[] cells) =>
        _cells = names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);

    public static IReadOnlyList<ReferenceRow> All { get; } = Read();

    public string Model => _cells["model"];

    public int Agents => (int)this["agents"];

    /// <summary>The number in a column; not every column is filled in every row.</summary>
    public double this[string column] => double.Parse(_cells[column], CultureInfo.InvariantCulture);

    public TimeSpan Seconds(string column) => TimeSpan.FromSeconds(this[column]);

    private static ReferenceRow[] Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Acd", "Erlang", "erlang-reference.csv"));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new ReferenceRow(names, line.Split(',')))];
    }
}

using System.Globalization;

namespace Switchhook.Guest.Running;

/// <summary>What a scenario measures on its way, for the report.</summary>
public sealed class Measurements
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What was measured, by name.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Notes a value.</summary>
    /// <param name="name">What it is, with its unit.</param>
    /// <param name="value">The value.</param>
    public void Note(string name, double value) => Note(name, value.ToString("0.###", CultureInfo.InvariantCulture));

    /// <summary>Notes words.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">The words.</param>
    public void Note(string name, string value)
    {
        lock (_values)
        {
            _values[name] = value;
        }
    }
}

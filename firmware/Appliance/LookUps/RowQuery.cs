using Switchhook.Site;

namespace Switchhook.Appliance.LookUps;

/// <summary>What is looked for in a table.</summary>
/// <param name="Column">The column.</param>
/// <param name="Key">Its value.</param>
/// <param name="IsCaller">True for the number of a caller, which the table may have in any form.</param>
internal sealed record RowQuery(string Column, string Key, bool IsCaller)
{
    /// <summary>Most characters of a value; more is nothing that a caller hears or is told apart by.</summary>
    public const int LongestValue = 200;

    /// <summary>True for the value that is meant.</summary>
    public bool Fits(string value) =>
        value.Trim().Equals(Key, StringComparison.OrdinalIgnoreCase) || (IsCaller && PhoneNumber.AreSame(value, Key));

    /// <summary>What is thrown when the table has no such column.</summary>
    public InvalidDataException NoColumn(string file) => new($"{Path.GetFileName(file)} has no column \"{Column}\".");
}

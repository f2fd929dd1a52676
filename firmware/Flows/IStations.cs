using Switchhook.Calls;

namespace Switchhook.Flows;

/// <summary>The lines and phones of the site in force.</summary>
public interface IStations
{
    /// <summary>A phone by its extension number; null when the site has none.</summary>
    Phone? Phone(string number);

    /// <summary>A line by its name; null when the site has none.</summary>
    ExchangeLine? Line(string name);

    /// <summary>All lines, in the order of their names.</summary>
    IEnumerable<ExchangeLine> Lines { get; }
}

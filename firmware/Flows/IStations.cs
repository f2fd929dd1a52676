using Switchhook.Calls;

namespace Switchhook.Flows;

/// <summary>The lines and phones of the site in force.</summary>
public interface IStations
{
    /// <summary>A phone by its extension number; null when the site has none.</summary>
    Phone? Phone(string number);

    /// <summary>A line or trunk by its name; null when the site has none.</summary>
    ExchangeLine? Line(string name);

    /// <summary>All lines in the order of their names, then all trunks: trunks need power and the Internet, lines do not.</summary>
    IEnumerable<ExchangeLine> Lines { get; }
}

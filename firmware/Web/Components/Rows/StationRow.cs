using Switchhook.Web.Text;

namespace Switchhook.Web.Components.Rows;

/// <summary>A line, a phone or another thing of the box, as a row of a list. Compared by value.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Place">Its number or port.</param>
/// <param name="Look">Its state.</param>
public sealed record StationRow(string Name, string Place, Look Look)
{
    /// <summary>Page that tells more; null for none.</summary>
    public string? Href { get; init; }

    /// <summary>True while nothing happens; the state alone says it all then.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The reason of the state.</summary>
    public string? Why { get; init; }

    /// <summary>When it came into the state; null when it was never seen.</summary>
    public DateTimeOffset? Since { get; init; }
}

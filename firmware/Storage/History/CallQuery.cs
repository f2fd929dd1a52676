using Switchhook.Calls;

namespace Switchhook.Storage.History;

/// <summary>Which calls to list.</summary>
/// <param name="Limit">Most calls to return, 1 to <see cref="CallReader.MostPerPage"/>.</param>
/// <param name="Before">The last call of the page before; null begins with the newest.</param>
/// <param name="From">Only calls that started at or after this moment.</param>
/// <param name="To">Only calls that started before this moment.</param>
/// <param name="RecordedOnly">Only calls with a recording.</param>
/// <param name="Number">Only calls of a caller with this number, as it was told.</param>
public sealed record CallQuery(
    int Limit,
    CallId? Before = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    bool RecordedOnly = false,
    string? Number = null)
{
    /// <summary>Only calls that came to one of these queues; empty for all.</summary>
    public IReadOnlyCollection<string> Queues { get; init; } = [];
}

using Switchhook.Calls.Live;
using Switchhook.Storage.History;

namespace Switchhook.Web.Api;

/// <summary>Pages of calls: the id of the last one is the place to go on from, so that new calls do not shift the pages.</summary>
internal static class Paging
{
    /// <summary>Reads a page, and looks whether there is another.</summary>
    public static (IReadOnlyList<CallRecord> Calls, string? Next) Read(CallReader calls, CallQuery query) =>
        Cut(calls.Page(query with { Limit = query.Limit + 1 }), query.Limit);

    /// <summary>The same of recorded calls.</summary>
    public static (IReadOnlyList<CallRecord> Calls, string? Next) Read(CallReader calls, RecordingQuery query) =>
        Cut(calls.Recorded(query with { Calls = query.Calls with { Limit = query.Calls.Limit + 1 } }), query.Calls.Limit);

    private static (IReadOnlyList<CallRecord> Calls, string? Next) Cut(IReadOnlyList<CallRecord> found, int limit) =>
        found.Count <= limit ? (found, null) : ([.. found.Take(limit)], found[limit - 1].Id.Value);
}

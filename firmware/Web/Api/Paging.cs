using Switchhook.Calls.Live;
using Switchhook.Storage.History;

namespace Switchhook.Web.Api;

/// <summary>Pages of calls: the id of the last one is the place to go on from, so that new calls do not shift the pages.</summary>
internal static class Paging
{
    /// <summary>Reads a page, and looks whether there is another.</summary>
    public static (IReadOnlyList<CallRecord> Calls, string? Next) Read(CallReader calls, CallQuery query)
    {
        var found = calls.Page(query with { Limit = query.Limit + 1 });
        return found.Count <= query.Limit
            ? (found, null)
            : ([.. found.Take(query.Limit)], found[query.Limit - 1].Id.Value);
    }
}

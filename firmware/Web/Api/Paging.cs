using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Errors;
using Switchhook.Storage.History;

namespace Switchhook.Web.Api;

/// <summary>Pages of calls: the id of the last one is the place to go on from, so that new calls do not shift the pages.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    private const int MaxCursor = 64;

    public static ApiMistake? MistakeIn(int? limit, string? before)
    {
        if (limit is < 1 or > MaxLimit)
        {
            return new ApiMistake("limit", $"{limit} is too few or too many.", $"Send 1 to {MaxLimit} as limit, or leave it out.");
        }

        return before is { Length: 0 or > MaxCursor }
            ? new ApiMistake("before", "That is no place in the list.", "Send the value of next of the page before, or leave it out.")
            : null;
    }

    public static int Asked(int? limit) => limit ?? DefaultLimit;

    public static CallId? Cursor(string? before) => before is null ? null : new CallId(before);

    /// <summary>Reads a page, and looks whether there is another.</summary>
    public static (IReadOnlyList<CallRecord> Calls, string? Next) Read(CallReader calls, CallQuery query)
    {
        var found = calls.Page(query with { Limit = query.Limit + 1 });
        return found.Count <= query.Limit
            ? (found, null)
            : ([.. found.Take(query.Limit)], found[query.Limit - 1].Id.Value);
    }
}

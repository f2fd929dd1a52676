using System.Globalization;
using Switchhook.Calls;
using Switchhook.Storage.History;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api;

/// <summary>Which page of calls was asked for, checked: every mistake at once, with its place and cure.</summary>
internal sealed class CallQueryInput
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    private const int MaxCursor = 64;
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly List<ApiMistake> _mistakes = [];

    public CallQueryInput(string? limit, string? before, string? from = null, string? to = null)
    {
        Query = new CallQuery(Limit(limit), Before(before), Time("from", from), Time("to", to));
        if (Query.From > Query.To)
        {
            Add("to", "The end lies before the beginning.", "Send a later time as to, or an earlier one as from.");
        }
    }

    /// <summary>What was asked for; to be used only without mistakes.</summary>
    public CallQuery Query { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    private int Limit(string? text)
    {
        if (text is null)
        {
            return DefaultLimit;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MaxLimit)
        {
            Add("limit", "The limit is no number in range.", $"Send 1 to {MaxLimit} as limit, or leave it out.");
        }

        return limit;
    }

    private CallId? Before(string? text)
    {
        if (text is { Length: 0 or > MaxCursor })
        {
            Add("before", "That is no place in the list.", "Send the value of next of the page before, or leave it out.");
        }

        return text is null ? null : new CallId(text);
    }

    private DateTimeOffset? Time(string place, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at))
        {
            Add(place, "That is no time.", $"Send a time such as 2026-11-23T08:30:00Z as {place}, or leave it out.");
        }

        return at;
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

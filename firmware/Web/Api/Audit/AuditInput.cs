using System.Globalization;
using Switchhook.Storage.Audit;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.Audit;

/// <summary>Which entries of the audit log are asked for, checked: every mistake at once, with its place and cure.</summary>
internal sealed class AuditInput
{
    public const int DefaultLimit = 100;
    private const int MaxText = 100;
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly List<ApiMistake> _mistakes = [];

    public AuditInput(string? who, string? text, string? from, string? to, string? limit, string? before)
    {
        Query = new AuditQuery(
            (int)(Number("limit", limit, 1, AuditStore.MostPerPage) ?? DefaultLimit),
            Number("before", before, 1, long.MaxValue),
            Text("who", who),
            Text("text", text),
            Time("from", from),
            Time("to", to));
    }

    /// <summary>What was asked for; to be used only without mistakes.</summary>
    public AuditQuery Query { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    private string? Text(string place, string? text)
    {
        if (text is { Length: > MaxText })
        {
            Add(place, "That is too long to look for.", $"Send at most {MaxText} characters as {place}.");
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private long? Number(string place, string? text, long least, long most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Add(place, "That is no number in range.", $"Send {least} to {most} as {place}, or leave it out.");
        }

        return number;
    }

    private DateTimeOffset? Time(string place, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at) || at.Year is < 2000 or > 2200)
        {
            Add(place, "That is no time.", $"Send a day or a time such as 2026-11-23T08:30:00Z as {place}, or leave it out.");
            return null;
        }

        return at;
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

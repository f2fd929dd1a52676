using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Storage.Logs;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Care;

/// <summary>The log of the daemon.</summary>
internal static class LogsApi
{
    public static void MapLogsApi(this IEndpointRouteBuilder api) => api.MapGet("/logs", Read).For(Ability.System).WithTags("System")
        .DescribesQuery(JsonSchemaType.Integer, null, "limit")
        .DescribesQuery(JsonSchemaType.String, "date-time", "from", "to")
        .Produces<ListModel<LogLine>>().ProducesWrong();

    /// <summary>
    /// What the daemon says of itself, newest first: faults with their traces, warnings, starts. The last 2 to 4 MB are kept. Secrets are
    /// taken out before a line is written.
    /// </summary>
    /// <param name="level">Only lines this bad and worse: <c>note</c>, <c>warning</c>, <c>fault</c>.</param>
    /// <param name="source">Only of sources whose name holds this.</param>
    /// <param name="text">Only lines that hold this.</param>
    /// <param name="from">Only those at or after this moment.</param>
    /// <param name="to">Only those before this moment.</param>
    /// <param name="limit">Most lines, 1 to 5000; 200 when left out.</param>
    /// <param name="backend">The box.</param>
    internal static IResult Read(
        string? level, string? source, string? text, string? from, string? to, string? limit, WebBackend backend)
    {
        var input = new LogInput(level, source, text, from, to, limit);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        backend.Care!.FlushLog();
        return Results.Ok(new ListModel<LogLine>(LogBook.Read(backend.Care.DataFolder, input.Query)));
    }
}

/// <summary>Which lines of the log are asked for, checked: every mistake at once.</summary>
internal sealed class LogInput
{
    /// <summary>Lines that are told unless more or less are asked for.</summary>
    public const int DefaultLimit = 200;

    private const int MaxText = 100;

    private readonly List<ApiMistake> _mistakes = [];

    public LogInput(string? level, string? source, string? text, string? from, string? to, string? limit)
    {
        Query = new LogQuery(Limit(limit), Level(level), Text("source", source), Text("text", text), Time("from", from), Time("to", to));
    }

    /// <summary>What was asked for; to be used only without mistakes.</summary>
    public LogQuery Query { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    private int Limit(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return DefaultLimit;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > LogBook.Most)
        {
            Add("limit", "That is no number in range.", $"Send 1 to {LogBook.Most} as limit, or leave it out.");
            return DefaultLimit;
        }

        return limit;
    }

    private LogLevelName Level(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return LogLevelName.Note;
        }

        if (!Enum.TryParse<LogLevelName>(text, ignoreCase: true, out var level) || !Enum.IsDefined(level) || char.IsAsciiDigit(text[0]))
        {
            Add("level", "There is no such level.", "Send note, warning or fault as level, or leave it out.");
        }

        return level;
    }

    private string? Text(string place, string? text)
    {
        if (text is { Length: > MaxText })
        {
            Add(place, "That is too long to look for.", $"Send at most {MaxText} characters as {place}.");
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private DateTimeOffset? Time(string place, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at) || at.Year is < 2000 or > 2200)
        {
            Add(place, "That is no time.", $"Send a day or a time such as 2026-11-23T08:30:00Z as {place}, or leave it out.");
            return null;
        }

        return at;
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

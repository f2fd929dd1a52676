using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.History;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Recordings;

/// <summary>Which recordings were asked for, checked: every mistake at once, with its place and cure.</summary>
internal sealed class RecordingInput
{
    /// <summary>Longest text of a filter.</summary>
    public const int MostText = 100;

    private const int MostSeconds = 1_000_000;
    private const string Day = "yyyy-MM-dd";

    private readonly List<ApiMistake> _mistakes = [];
    private readonly SiteCalendar _calendar;

    /// <param name="ask">As it stands in the address.</param>
    /// <param name="calendar">The clocks of the site.</param>
    public RecordingInput(RecordingAsk ask, SiteCalendar calendar)
    {
        _calendar = calendar;
        var (from, to) = (Moment(ask.From, 0), Moment(ask.To, 1));
        var page = new CallQueryInput(Given(ask.Limit), Given(ask.Before), from, to);
        _mistakes.AddRange(page.Mistakes);
        Query = new RecordingQuery(page.Query)
        {
            Number = Number(ask.Number),
            Agent = Text("agent", ask.Agent),
            Queue = Text("queue", ask.Queue),
            Line = Text("line", ask.Line),
            Shortest = Seconds("shortest", ask.Shortest),
            Longest = Seconds("longest", ask.Longest),
            Noted = IsNoted(ask.Noted),
            Note = Text("note", ask.Note),
        };
        if (Query.Shortest > Query.Longest)
        {
            Add("longest", "The longest is shorter than the shortest.", "Send more seconds as longest, or fewer as shortest.");
        }
    }

    /// <summary>What was asked for; to be used only without mistakes.</summary>
    public RecordingQuery Query { get; }

    /// <summary>The same of what a visitor may hear.</summary>
    public RecordingQuery QueryOf(Visitor visitor) => Query with { Calls = Query.Calls with { Queues = visitor.Queues } };

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    // An empty field of a form asks for nothing.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // A day is its begin where the site is, or with one day more its end; all else is left to who reads times.
    private string? Moment(string? text, int days) => Given(text) is { } given
        && DateOnly.TryParseExact(given, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and <= 2200
        ? _calendar.StartOf(day.AddDays(days)).ToString("O", CultureInfo.InvariantCulture)
        : Given(text);

    private string? Text(string place, string? text)
    {
        if (Given(text) is { Length: > MostText })
        {
            Add(place, "That is too long.", $"Send at most {MostText} characters as {place}.");
        }

        return Given(text);
    }

    private string? Number(string? text)
    {
        if (Text("number", text) is not { } number)
        {
            return null;
        }

        if (!number.Any(char.IsAsciiDigit))
        {
            Add("number", "That is no part of a number.", "Send some of its digits, such as 5550142, or leave it out.");
        }

        return number;
    }

    private TimeSpan? Seconds(string place, string? text)
    {
        if (Given(text) is not { } given)
        {
            return null;
        }

        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MostSeconds)
        {
            Add(place, "That is no length.", $"Send whole seconds, 0 to {MostSeconds}, as {place}, or leave it out.");
            return null;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private bool IsNoted(string? text)
    {
        if (Given(text) is { } given && given != "yes")
        {
            Add("noted", "Only yes is known here.", "Send yes as noted for recordings with a note, or leave it out.");
        }

        return Given(text) is not null;
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Theory;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Reports;

namespace Switchhook.Web.Advice;

/// <summary>What advice was asked for, checked: every mistake at once, with its place and cure.</summary>
internal sealed class AdviceInput(WebBackend backend)
{
    /// <summary>How far back is looked when nothing was said.</summary>
    public const int UsualWeeks = 8;

    /// <summary>The share of calls that may be lost for want of lines when nothing was said.</summary>
    public const double UsualBlocking = 0.01;

    /// <summary>How many days a hunt group's callers are played on when nothing was said.</summary>
    public const int UsualDays = 14;

    private const int MostLeftOut = 100;

    private readonly List<ApiMistake> _mistakes = [];

    /// <summary>What is wrong; the values are to be used only without mistakes.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>Whether the answer is written as CSV.</summary>
    public bool IsCsv(string? format, HttpRequest request)
    {
        if (CsvFile.IsWanted(format, request) is not { } isWanted)
        {
            _mistakes.Add(CsvFile.Unknown);
            return false;
        }

        return isWanted;
    }

    /// <summary>A queue of the site.</summary>
    public QueueConfig Queue(string? name)
    {
        if (name is not null && backend.Site.Model.Queues.TryGetValue(name, out var queue))
        {
            return queue;
        }

        Add(
            "queue",
            name is null ? "Advice is of one queue." : "There is no queue of that name.",
            "Say of which queue; GET /api/v1/queues lists the queues.");
        return new QueueConfig("", []);
    }

    /// <summary>A number of weeks or days.</summary>
    public int Count(string place, string? text, int usual, int most)
    {
        if (text is null)
        {
            return usual;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1 || count > most)
        {
            Add(place, $"That is no number of {place} here.", $"Send 1 to {most} as {place}, or leave it out for {usual}.");
        }

        return count;
    }

    /// <summary>A share between 0 and 1, both left out.</summary>
    public double Share(string place, string? text, double usual)
    {
        if (text is null)
        {
            return usual;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            || share is not (> 0 and < 1))
        {
            Add(place, "That is no share.", $"Send a number between 0 and 1 as {place}, such as {(usual > 0.5 ? "0.8" : "0.01")}.");
        }

        return share;
    }

    /// <summary>Seconds, an hour at most.</summary>
    public TimeSpan? Seconds(string place, string? text, int fewest)
    {
        if (text is null)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < fewest || seconds > 3600)
        {
            Add(place, "That is no time in seconds.", $"Send {fewest} to 3600 as {place}, or leave it out.");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>What a queue should reach: what the site file says unless something else was asked.</summary>
    public StaffingTarget Target(QueueConfig queue, string? share, string? within)
    {
        var wanted = Share("share", share, Math.Clamp(queue.ServiceLevel.Percent / 100.0, 0.01, 0.99));
        var time = Seconds("within", within, 0) ?? queue.ServiceLevel.Within;
        return Mistakes.Count == 0 ? new StaffingTarget(wanted, time) : StaffingTarget.Usual;
    }

    /// <summary>Days that are left out, such as holidays.</summary>
    public IReadOnlySet<DateOnly> LeftOut(string? text)
    {
        var days = new HashSet<DateOnly>();
        foreach (var part in text?.Split(',', MostLeftOut + 1, StringSplitOptions.TrimEntries) ?? [])
        {
            if (!DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                Add(
                    "leaveOut",
                    "These are no days, or too many.",
                    $"Send days such as 2026-12-25 with commas between as leaveOut, {MostLeftOut} at most, or leave it out.");
                break;
            }

            days.Add(day);
        }

        return days;
    }

    /// <summary>Adds a mistake.</summary>
    public void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

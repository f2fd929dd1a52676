using Switchhook.Flows.Opening;
using Switchhook.Flows.Trial;
using Switchhook.Site;
using Switchhook.Site.Opening;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Hours;

namespace Switchhook.Web.FlowPictures;

/// <summary>Reads a caller on paper: every mistake at once, with its place and cure.</summary>
/// <param name="site">The site; times are by its clocks.</param>
internal sealed class TrialInput(SiteModel site)
{
    private const int LongestNumber = 20;
    private const int MostAnswers = 50;
    private const int LongestAnswer = 40;

    private readonly List<ApiMistake> _mistakes = [];

    /// <summary>What is wrong; the request is to be used only without mistakes.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>Reads fields.</summary>
    public TrialRequest Read(TrialFields fields)
    {
        HasLines();
        return new TrialRequest
        {
            Number = Number("number", fields.Number),
            Line = Line(fields.Line),
            Dialled = Number("called", fields.Called),
            At = At(fields.At),
            IsNight = fields.IsNight,
            Keys = Keys(fields.Keys),
            IsUnanswered = fields.IsUnanswered,
        };
    }

    /// <summary>Reads a line of text, as the command line takes it.</summary>
    public TrialRequest Read(string text)
    {
        HasLines();
        if (TrialReader.Read(text, site, out var mistake) is { } request)
        {
            return request;
        }

        Add("text", mistake!, $"A whole one is for example \"{TrialReader.Example}\".");
        return new TrialRequest();
    }

    private void HasLines()
    {
        if (site.Lines.IsEmpty && site.Trunks.IsEmpty)
        {
            Add("line", "The site has no line on which callers could come.", "Write a line or a trunk into the site file first.");
        }
    }

    // As people write numbers: +1 (312) 555-0142.
    private string? Number(string place, string text)
    {
        var number = string.Concat(text.Where(one => !char.IsWhiteSpace(one) && one is not ('-' or '(' or ')' or '.' or '/')));
        if (number.Length == 0)
        {
            return null;
        }

        if (number.TrimStart('+') is not { Length: > 0 and <= LongestNumber } digits || !digits.All(char.IsAsciiDigit))
        {
            Add(place, "That is no telephone number.", $"Write up to {LongestNumber} digits, such as +13125550100, or leave it empty.");
        }

        return number;
    }

    private string? Line(string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (!site.Lines.ContainsKey(name) && !site.Trunks.ContainsKey(name))
        {
            Add(
                "line",
                "There is no line or trunk of that name.",
                $"Write one of {string.Join(", ", site.Lines.Keys.Concat(site.Trunks.Keys))}, or leave it out for the first.");
        }

        return name;
    }

    private DateTimeOffset? At(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var moment = HoursApi.MomentOf(text, new SiteHours(site));
        if (moment is null)
        {
            Add(
                "at",
                "There is no such moment.",
                $"Write day and time as 2026-12-24T16:05, from {PublicHolidays.FirstYear} to {PublicHolidays.LastYear - 1}.");
        }

        return moment;
    }

    private IReadOnlyList<string?> Keys(string text)
    {
        var answers = text.Split((char[]?)null, MostAnswers + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (answers.Length > MostAnswers || answers.Any(answer => answer.Length > LongestAnswer)
            || answers.Any(answer => answer != "-" && !answer.All(key => char.IsAsciiDigit(key) || key is '*' or '#')))
        {
            Add(
                "keys",
                "These are no keys of a telephone, or too many.",
                $"Write up to {MostAnswers} answers with spaces between, of 0 to 9, * and #, such as \"2 1\"; - for no answer.");
        }

        return [.. answers.Select(answer => answer == "-" ? null : answer)];
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}

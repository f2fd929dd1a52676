using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Site.Starting;
using Switchhook.Web.Language;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>What the first start proposes: what a prepared site says, and else what the browser and the ports tell.</summary>
public sealed class WelcomeProposals
{
    private const string Yes = "yes";

    private readonly WebBackend _backend;
    private readonly HttpRequest? _request;

    /// <param name="backend">The box.</param>
    /// <param name="text">The site file in force.</param>
    /// <param name="request">Who asks; null for a program.</param>
    public WelcomeProposals(WebBackend backend, string text, HttpRequest? request)
    {
        (_backend, _request, Site, IsFresh) = (backend, request, backend.Site.Model, backend.Site.IsExample);
        NetworkPhones = [.. Site.Phones.Values.Where(phone => phone.Sip is not null)];
        NamesLanguages = !IsFresh && SiteStarter.NamesLanguages(text);
    }

    /// <summary>The site in force.</summary>
    public SiteModel Site { get; }

    /// <summary>True where the example is in force.</summary>
    public bool IsFresh { get; }

    /// <summary>True where a prepared site names several languages, which are changed in its file.</summary>
    public bool NamesLanguages { get; }

    /// <summary>The boards that the firmware knows.</summary>
    public IReadOnlyDictionary<string, Board> Boards { get; } = BoardCatalog.Delivered.ReadAll();

    /// <summary>Phones of the site on the network.</summary>
    public IReadOnlyList<PhoneConfig> NetworkPhones { get; }

    /// <summary>The phone that a prepared site has at a place; null where there is none.</summary>
    public PhoneConfig? PhoneAt(string key) => IsFresh ? null
        : key.StartsWith("sip", StringComparison.Ordinal) ? NetworkPhones.ElementAtOrDefault(NumberOf(key) - 1)
        : Site.Phones.Values.FirstOrDefault(phone => phone.Port == key);

    /// <summary>What is proposed for a field.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="answers">What the other fields say.</param>
    public string Of(string field, WelcomeAnswers answers) => field.Split('/') switch
    {
        ["name"] => IsFresh ? "" : Site.Name,
        ["country"] => IsFresh ? CountryOfBrowser() ?? Site.Country : Site.Country,
        ["zone"] => Site.TimeZone.Id,
        ["language"] => IsFresh ? LanguageOfPages() : Site.Language,
        ["board"] => Site.Board,
        ["line", var port, "on"] => IsUsed(port) ? Yes : "",
        ["line", var port, "number"] => IsFresh ? "" : LineAt(port)?.Number ?? "",
        ["phone", var key, "number"] => PhoneAt(key)?.Number ?? (IsFresh ? NumberFor(key, answers) : ""),
        ["phone", var key, "name"] => PhoneAt(key)?.Name ?? (IsFresh && key == "fxs1" ? DeskName(answers) : ""),
        ["place", var key] => PhoneAt(key)?.Place ?? "",
        ["answers", _] or ["hours", "holidays"] => Yes,
        ["answer"] => "group",
        ["hours", "weekdays"] => "09:00-17:00",
        ["greeting"] => StartTexts.With(StartTexts.Of(answers["language"]).Greeting, answers["name"]),
        ["closed"] => StartTexts.With(StartTexts.Of(answers["language"]).Closed, answers["name"]),
        ["nobody"] => StartTexts.Of(answers["language"]).Nobody,
        ["front-desk"] => answers.UsedPhones.FirstOrDefault() ?? "",
        _ => "",
    };

    private LineConfig? LineAt(string port) => Site.Lines.Values.FirstOrDefault(line => line.Port == port);

    // A port of the example that has no battery has no line; of a prepared site those are used that the file says.
    private bool IsUsed(string port) =>
        LineAt(port) is not { } line ? IsFresh && !Site.Lines.IsEmpty && port == "fxo1"
        : !IsFresh || _backend.Live.Current.Lines.GetValueOrDefault(line.Name)?.Status
            is not (LineStatus.NoBattery or LineStatus.OutOfOrder or LineStatus.Unreachable);

    private string? CountryOfBrowser() => _request?.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[^1])
        .FirstOrDefault(region => region.Length == 2 && region.All(char.IsAsciiLetterUpper) && CountryTable.TryGet(region, out _));

    private string LanguageOfPages() =>
        StartTexts.Languages.FirstOrDefault(tag => PageLanguage.Current.StartsWith(tag, StringComparison.Ordinal) && tag != "en")
        ?? Site.Language;

    private static string DeskName(WelcomeAnswers answers) => answers["language"] == "zh" ? "前台" : "Front desk";

    // A number that begins like an emergency number of the country could never be dialled.
    private static string NumberFor(string key, WelcomeAnswers answers)
    {
        var help = CountryTable.TryGet(answers["country"], out var country) ? country.EmergencyNumbers : [];
        var first = Enumerable.Range(1, 8).Select(hundred => hundred * 100).FirstOrDefault(
            hundred => !Enumerable.Range(hundred + 1, answers.PhoneKeys.Count())
                .Any(number => help.Any(one => BeginAlike(Text(number), one))),
            100);
        var place = key.StartsWith("sip", StringComparison.Ordinal) ? answers.Board.FxsPorts + NumberOf(key) : NumberOf(key);
        return Text(first + place);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool BeginAlike(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static int NumberOf(string key) => int.Parse(key.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture);
}

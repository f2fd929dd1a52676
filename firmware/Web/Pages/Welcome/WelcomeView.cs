using Switchhook.Hardware.Countries;
using Switchhook.Site.Diff;
using Switchhook.Site.Starting;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>A step of the first start.</summary>
public sealed record WelcomeView
{
    /// <summary>Which.</summary>
    public required WelcomeStep Step { get; init; }

    /// <summary>What all fields say.</summary>
    public required WelcomeAnswers Answers { get; init; }

    /// <summary>What the box does now.</summary>
    public required WebBackend Box { get; init; }

    /// <summary>What is wrong, by the names of the fields; those of a step only after it was sent.</summary>
    public IReadOnlyDictionary<string, string> Mistakes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What went wrong beside the fields.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What the site file becomes; null before the review, or while it cannot be written.</summary>
    public WelcomeResult? Result { get; init; }

    /// <summary>Address of a step.</summary>
    public static string Address(WelcomeStep step) => $"/welcome/{Hardware.Yaml.KebabCase.Of(step)}";

    /// <summary>The countries by their names.</summary>
    public static IReadOnlyList<Country> Countries { get; } =
        [.. CountryTable.Codes.Select(CountryTable.Get).OrderBy(country => country.Name, StringComparer.Ordinal)];

    /// <summary>Time zones with continent and city, and the one that is chosen.</summary>
    public IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)
            && !id.StartsWith("SystemV/", StringComparison.Ordinal) && !id.StartsWith("posix", StringComparison.Ordinal))
        .Append("UTC").Append(Answers["zone"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The languages in which the box has sentences of its own, and the one that is chosen.</summary>
    public IEnumerable<string> Languages => StartTexts.Languages.Append(Answers["language"]).Distinct(StringComparer.Ordinal);

    /// <summary>The step that a field is of.</summary>
    public static WelcomeStep StepOf(string field) => field.Split('/')[0] switch
    {
        "line" or "lines" => WelcomeStep.Lines,
        "phone" or "phones" => WelcomeStep.Phones,
        "front-desk" or "address" or "place" => WelcomeStep.Emergency,
        "name" or "country" or "zone" or "language" or "board" => WelcomeStep.Place,
        _ => WelcomeStep.Answer,
    };
}

/// <summary>What the answers make of the site file.</summary>
/// <param name="Base">Number of the version in force.</param>
/// <param name="Findings">What the check of the site found.</param>
/// <param name="Text">The new text.</param>
/// <param name="Lines">The lines that differ.</param>
public sealed record WelcomeResult(int Base, SiteFindings Findings, string Text, IReadOnlyList<DiffLine> Lines);

using System.Globalization;
using Switchhook.Hardware.Countries;
using Switchhook.Site.Diff;
using Switchhook.Site.Starting;
using Switchhook.Web.Language;
using Switchhook.Web.Pages.Welcome.Drafts;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>A step of the first start.</summary>
public sealed record WelcomeView
{
    /// <summary>Asks a step in its address to tell what is wrong before it is sent.</summary>
    public const string Mend = "mend";

    /// <summary>Which.</summary>
    public required WelcomeStep Step { get; init; }

    /// <summary>What all fields say.</summary>
    public required WelcomeAnswers Answers { get; init; }

    /// <summary>By what the site file in force is known again: the answers are for it.</summary>
    public required string Site { get; init; }

    /// <summary>True when something was filled in before, for another site file than that in force.</summary>
    public bool IsOfAnother { get; init; }

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

    /// <summary>Address of the place where a mistake is told at its field.</summary>
    public static string MendAddress(string field) => $"{Address(StepOf(field))}?{Mend}=yes#{field}-mistake";

    /// <summary>The countries by their names, in the order of the language of the page.</summary>
    public static IEnumerable<Country> Countries => CountryTable.Codes.Select(CountryTable.Get)
        .OrderBy(CountryNames.Of, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: false));

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
public sealed record WelcomeResult(int Base, SiteFindings Findings, string Text, IReadOnlyList<DiffLine> Lines)
{
    /// <summary>By what the text is known again: what was reviewed is what is applied.</summary>
    public string Print => WelcomeDraft.PrintOf(Text);
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Diff;
using Switchhook.Storage;
using Switchhook.Web.Seams;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Editing;

/// <summary>The site file as text.</summary>
/// <param name="Text">The text in the field.</param>
/// <param name="Base">Number of the version that it was made of.</param>
/// <param name="Findings">What a look at it found; null before the first.</param>
public sealed record SiteTextView(string Text, int Base, FindingsView? Findings);

/// <summary>The mistakes of a text, with their lines.</summary>
/// <param name="Mistakes">In the order of the file.</param>
/// <param name="Omitted">How many more there are.</param>
/// <param name="Lines">The lines of the text.</param>
public sealed record FindingsView(IReadOnlyList<Mistake> Mistakes, int Omitted, IReadOnlyList<string> Lines)
{
    /// <summary>How many mistakes keep the file from being applied.</summary>
    public int Errors => Mistakes.Count(mistake => mistake.Severity == Severity.Error) + Omitted;

    /// <summary>The line of a mistake as it stands in the text.</summary>
    public string LineOf(Mistake mistake) => Lines.ElementAtOrDefault(mistake.Line - 1)?.TrimEnd('\r') ?? "";

    /// <summary>What a look found.</summary>
    public static FindingsView Of(SiteFindings findings, string text) => new(findings.Mistakes, findings.Omitted, text.Split('\n'));
}

/// <summary>A change of the site file before it is applied.</summary>
/// <param name="Text">The new text.</param>
/// <param name="Current">The version in force.</param>
/// <param name="Findings">What is wrong with it, or odd.</param>
public sealed record ReviewView(string Text, SiteVersion Current, FindingsView Findings)
{
    /// <summary>What changes, in words.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The lines that change.</summary>
    public IReadOnlyList<DiffLine> Lines { get; init; } = [];

    /// <summary>Why it takes a restart; null when it can be applied now.</summary>
    public string? Restart { get; init; }

    /// <summary>Why it was not applied; empty when it was not tried.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What another has changed since this change was begun; null when nobody has.</summary>
    public OvertakenView? Overtaken { get; init; }

    /// <summary>Why it is done, as the field has it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Number of the version to which this goes back; null for another change.</summary>
    public int? RollBackTo { get; init; }

    /// <summary>True when the note is longer than what is kept.</summary>
    public bool IsNoteTooLong => Note.Trim().Length > SiteChange.LongestNote;

    /// <summary>True when there is something that can be applied.</summary>
    public bool CanApply => Findings.Errors == 0 && Restart is null && Lines.Count > 0;
}

/// <summary>What another has changed in the meantime.</summary>
/// <param name="Base">Number of the version from which the reader began.</param>
/// <param name="Lines">The lines that are different in the version in force now.</param>
/// <param name="IsMerged">True when the reader's change was made in the version in force, so that the other's stays.</param>
public sealed record OvertakenView(int Base, IReadOnlyList<DiffLine> Lines, bool IsMerged);

/// <summary>The versions of the site file.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Current">Number of the version in force.</param>
/// <param name="Words">Times.</param>
public sealed record HistoryView(IReadOnlyList<SiteVersion> Versions, int Current, SiteWords Words)
{
    /// <summary>Most versions of a page.</summary>
    public const int Most = 50;

    /// <summary>Number of the version that was applied now; null when none was.</summary>
    public int? Done { get; init; }
}

/// <summary>Two versions side by side.</summary>
/// <param name="From">The one.</param>
/// <param name="To">The other.</param>
/// <param name="Changes">What differs, in words; null where one of them is not readable by this firmware.</param>
/// <param name="Lines">The lines that differ.</param>
public sealed record CompareView(SiteVersion From, SiteVersion To, IReadOnlyList<string>? Changes, IReadOnlyList<DiffLine> Lines);

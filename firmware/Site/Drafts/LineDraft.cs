using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>An exchange line as the file says it.</summary>
internal sealed record LineDraft(
    Located<string> Name,
    Located<string>? Port,
    Located<string>? Number,
    Located<string>? Flow,
    Located<string>? NightFlow,
    bool PulseDialling) : INamedDraft
{
    /// <summary>All flows that its calls may go through.</summary>
    public IEnumerable<Located<string>> Flows => new[] { Flow, NightFlow }.OfType<Located<string>>();
}

/// <summary>A group of lines as the file says it.</summary>
internal sealed record LineGroupDraft(Located<string> Name, IReadOnlyList<Located<string>>? Lines, LineOrder Order) : INamedDraft;

/// <summary>A rule for calls out as the file says it. <see cref="Digits"/> is the range of lengths; no starts means all numbers.</summary>
internal sealed record OutboundDraft(
    Place At, Located<string>? Prefix, IReadOnlyList<Located<string>> Starts, Located<(int Least, int Most)>? Digits, Located<string>? Over)
{
    /// <summary>What a rule says besides numbers and lines.</summary>
    public OutboundTermsDraft Terms { get; init; } = new();

    /// <summary>All line groups of the rule.</summary>
    public IEnumerable<Located<string>> Overs => Over is { } first ? [first, .. Terms.Then] : Terms.Then;

    /// <summary>What a user dials first; empty without one.</summary>
    public string PrefixDigits => Prefix?.Value ?? "";

    /// <summary>Beginnings of the numbers that the rule allows, with the prefix.</summary>
    public IEnumerable<string> DialledStarts =>
        Starts.Count == 0 ? [PrefixDigits] : Starts.Select(start => PrefixDigits + start.Value);
}

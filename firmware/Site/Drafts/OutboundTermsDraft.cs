using Switchhook.Hardware.Yaml;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Drafts;

/// <summary>For whom, when and how much an outbound rule allows, as the file says it; what is missing is empty or null.</summary>
internal sealed record OutboundTermsDraft
{
    /// <summary>The classes, for a rule by class; null for one by digits.</summary>
    public IReadOnlyList<NumberClass>? Allow { get; init; }

    /// <summary>Classes that a rule by digits opens besides.</summary>
    public IReadOnlyList<NumberClass> Opened { get; init; } = [];

    /// <summary>Countries.</summary>
    public IReadOnlyList<Located<string>> Countries { get; init; } = [];

    /// <summary>Phones that it is for.</summary>
    public IReadOnlyList<Located<string>> Phones { get; init; } = [];

    /// <summary>Phones that it is not for.</summary>
    public IReadOnlyList<Located<string>> ExceptPhones { get; init; } = [];

    /// <summary>Timetable.</summary>
    public Located<string>? Hours { get; init; }

    /// <summary>Name of the PIN.</summary>
    public Located<string>? Pin { get; init; }

    /// <summary>The limit.</summary>
    public OutboundLimit? Limit { get; init; }

    /// <summary>What its calls show.</summary>
    public Located<string>? Show { get; init; }

    /// <summary>Line groups after the first.</summary>
    public IReadOnlyList<Located<string>> Then { get; init; } = [];

    /// <summary>True when the rule is not for everyone at any time: rules below it may take its numbers too.</summary>
    public bool IsNarrow => Phones.Count > 0 || ExceptPhones.Count > 0 || Hours is not null;
}

/// <summary>The section <c>emergency</c> as the file says it.</summary>
internal sealed record EmergencyDraft(
    IReadOnlyList<Located<string>> Also, IReadOnlyList<Located<string>> Notify, Located<string>? TestNumber);

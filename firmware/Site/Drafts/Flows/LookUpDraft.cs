using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Looks a value up.</summary>
internal sealed record LookUpDraft(
    Place At, Located<string>? Table, Located<string>? By, BranchDraft Found, BranchDraft Missing, BranchDraft Failed)
    : StepDraft(At, "look-up")
{
    public override IEnumerable<PartName> Names => Part.Of(PartKind.Table, Table);

    public override IReadOnlyList<BranchDraft> Branches => [Found, Missing, Failed];

    public override bool IsHeard => false;

    public override FlowStep Build() => new FlowStep.LookUp(
        ModelBuilder.Sure(Table), By is { Value: not CallerWord } by ? by.Value : null, Found.Build(), Missing.Build(), Failed.Build());

    /// <summary>The name of a value that every call has: the number of the caller.</summary>
    public const string CallerWord = "caller";

    /// <summary>The name of another one: what he hears.</summary>
    public const string LanguageWord = "language";
}

/// <summary>A table as the file says it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where its rows are; null when the file does not say so rightly.</param>
/// <param name="File">The file that must be there; null for none.</param>
/// <param name="Values">Its columns.</param>
/// <param name="Timeout">How long a look-up may take.</param>
internal sealed record TableDraft(
    Located<string> Name, TableSource? Source, Located<string>? File, IReadOnlyList<Located<string>> Values, TimeSpan Timeout)
    : INamedDraft;

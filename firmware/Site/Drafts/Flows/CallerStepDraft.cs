using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Drafts.Flows;

/// <summary>Goes by who calls.</summary>
internal sealed record CallerStepDraft(Place At, IReadOnlyList<CallerCaseDraft> Cases) : StepDraft(At, "caller")
{
    public override IEnumerable<PartName> Names => Cases.SelectMany(one => one.Names);

    public override string Title => Word;

    public override IReadOnlyList<BranchDraft> Branches =>
        [.. Cases.Select(one => one.Then), new BranchDraft("any other", At, null, []) { IsImplied = true }];

    public override bool IsHeard => false;

    public override FlowStep Build() => new FlowStep.ByCaller([.. Cases.Select(one => one.Build())]);
}

/// <summary>Callers of one kind.</summary>
internal sealed record CallerCaseDraft(BranchDraft Then)
{
    public IReadOnlyList<Located<string>> Numbers { get; init; } = [];

    public Located<string>? List { get; init; }

    public Located<string>? Grade { get; init; }

    public bool IsUnknown { get; init; }

    public IEnumerable<PartName> Names => Part.Of(PartKind.CallerList, List).Concat(Part.Of(PartKind.Grade, Grade));

    public CallerCase Build() => new(Then.Build())
    {
        Numbers = [.. Numbers.Select(number => CallerNumbers.Normalize(number.Value) ?? throw ModelBuilder.Hole())],
        List = List?.Value,
        Grade = Grade?.Value,
        IsUnknown = IsUnknown,
    };
}

/// <summary>Numbers of callers as flows name them.</summary>
internal static class CallerNumbers
{
    /// <summary>Fewest digits of the beginning of numbers: a country code.</summary>
    private const int FewestDigits = 1;

    private const int MostDigits = 15;

    /// <summary>A number in E.164, or the beginning of such numbers with <c>*</c> after it; null when it is neither.</summary>
    public static string? Normalize(string written)
    {
        if (!written.EndsWith('*'))
        {
            return PhoneNumber.Normalize(written);
        }

        var plain = string.Concat(written[..^1].Where(mark => mark is not (' ' or '-' or '.' or '/' or '(' or ')')));
        return plain is ['+', not '0', ..] && plain.Length - 1 is >= FewestDigits and <= MostDigits && plain.Skip(1).All(char.IsAsciiDigit)
            ? plain + "*"
            : null;
    }
}

/// <summary>A list of callers as the file says it; null numbers when there is no list of them.</summary>
internal sealed record CallerListDraft(Located<string> Name, IReadOnlyList<Located<string>>? Numbers) : INamedDraft;

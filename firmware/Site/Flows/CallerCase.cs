namespace Switchhook.Site.Flows;

/// <summary>Callers of one kind, and where they go: exactly one of the conditions is set. Compared by value.</summary>
/// <param name="Then">Where they go.</param>
public sealed record CallerCase(Branch Then)
{
    /// <summary>Their numbers: in E.164, or the beginning of such numbers with <c>*</c> after it.</summary>
    public ValueList<string> Numbers { get; init; } = [];

    /// <summary>The list that has their numbers.</summary>
    public string? List { get; init; }

    /// <summary>Their grade.</summary>
    public string? Grade { get; init; }

    /// <summary>True for those whose number is not known: withheld, or not told by the line.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The condition in words.</summary>
    public string When =>
        List is { } list ? $"list {list}"
        : Grade is { } grade ? $"grade {grade}"
        : IsUnknown ? "unknown number"
        : string.Join(" or ", Numbers);
}

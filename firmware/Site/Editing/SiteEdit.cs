using System.Collections.Immutable;

namespace Switchhook.Site.Editing;

/// <summary>One change of a site file that is made in its text, so that all else stays as its writer has it.</summary>
/// <param name="Path">The keys that lead there from the top, such as <c>phones, 101, name</c>.</param>
public abstract record SiteEdit(ImmutableArray<string> Path)
{
    /// <summary>Gives a key a value; keys that are missing on the way are written too.</summary>
    /// <param name="Path">The keys that lead there.</param>
    /// <param name="Value">The value.</param>
    public sealed record Set(ImmutableArray<string> Path, EditValue Value) : SiteEdit(Path);

    /// <summary>Takes a key out with its value; with the last one of a set of keys the set goes too.</summary>
    /// <param name="Path">The keys that lead there.</param>
    public sealed record Remove(ImmutableArray<string> Path) : SiteEdit(Path);

    /// <summary>Gives a key another name.</summary>
    /// <param name="Path">The keys that lead there.</param>
    /// <param name="Name">The name from now on.</param>
    public sealed record Rename(ImmutableArray<string> Path, string Name) : SiteEdit(Path);

    /// <summary>The path as people read it, such as <c>phones → 101 → name</c>.</summary>
    public string Where => string.Join(" → ", Path);
}

/// <summary>A value that is written into a site file.</summary>
public abstract record EditValue
{
    private EditValue()
    {
    }

    /// <summary>A single value.</summary>
    /// <param name="Words">Its characters.</param>
    public sealed record Text(string Words) : EditValue;

    /// <summary>A list of single values.</summary>
    /// <param name="Items">At least one.</param>
    public sealed record List(ImmutableArray<string> Items) : EditValue;

    /// <summary>A list of sets of keys, such as rules.</summary>
    /// <param name="Items">At least one.</param>
    public sealed record Maps(ImmutableArray<Map> Items) : EditValue;

    /// <summary>A set of keys.</summary>
    /// <param name="Entries">At least one.</param>
    public sealed record Map(ImmutableArray<KeyValuePair<string, EditValue>> Entries) : EditValue;
}

/// <summary>A site file with changes.</summary>
/// <param name="Text">The new text; null when a change cannot be made.</param>
/// <param name="Trouble">Why it cannot, one sentence; null when it can.</param>
public sealed record SiteEditResult(string? Text, string? Trouble)
{
    /// <summary>The change that cannot be made; null when none is at fault alone.</summary>
    public SiteEdit? Refused { get; init; }
}

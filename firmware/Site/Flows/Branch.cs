namespace Switchhook.Site.Flows;

/// <summary>Where a step that decides sends the caller.</summary>
public abstract record Branch
{
    private Branch()
    {
    }

    /// <summary>On with the next step (<c>next</c>).</summary>
    public static Branch Next { get; } = new Inline([]);

    /// <summary>To another flow.</summary>
    public sealed record To(string Flow) : Branch;

    /// <summary>Through steps of its own, and then on with the next step. Compared by value.</summary>
    public sealed record Inline(ValueList<FlowStep> Steps) : Branch;
}

/// <summary>A branch and when it is taken.</summary>
/// <param name="When">In words, such as <c>1</c>, <c>closed</c> or <c>else</c>.</param>
/// <param name="Branch">Where it leads.</param>
public sealed record LabelledBranch(string When, Branch Branch);

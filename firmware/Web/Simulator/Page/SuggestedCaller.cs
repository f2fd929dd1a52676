namespace Switchhook.Web.Simulator.Page;

/// <summary>Who calls on a line unless one types something else.</summary>
/// <param name="Number">Number; those of the form 555-01xx belong to nobody (ATIS-0300115).</param>
/// <param name="Name">Name.</param>
/// <param name="Sample">Name of the sample that the caller says.</param>
public sealed record SuggestedCaller(string Number, string Name, string Sample)
{
    private static readonly SuggestedCaller[] All =
    [
        new("+13125550142", "Alice Miller", "appointment"),
        new("+13125550163", "Ben Ortiz", "question"),
        new("+13125550177", "Carol Brown", "question"),
        new("+13125550189", "David Chen", "question"),
    ];

    /// <summary>A caller for the n-th line.</summary>
    public static SuggestedCaller For(int line) => All[line % All.Length];
}

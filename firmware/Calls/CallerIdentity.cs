namespace Switchhook.Calls;

/// <summary>Who calls, as far as it is known, and why it is not known.</summary>
/// <param name="Number">Number as received; null when unknown.</param>
/// <param name="Name">Name as received; null when unknown.</param>
/// <param name="Why">Plain words: how it was learned, or why it is missing.</param>
public sealed record CallerIdentity(string? Number, string? Name, string Why)
{
    /// <summary>True when the caller asked the network not to show the number.</summary>
    public bool Withheld { get; init; }

    /// <summary>Name, else number, else "an unknown caller".</summary>
    public string Shown => Name ?? Number ?? "an unknown caller";
}

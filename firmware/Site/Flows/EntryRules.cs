namespace Switchhook.Site.Flows;

/// <summary>How the box goes about a caller who is to press keys.</summary>
/// <param name="Tries">How often he is asked.</param>
/// <param name="Wait">How long he may think after he was asked.</param>
/// <param name="Wrong">Prompt after a wrong key; null for what the box says itself.</param>
/// <param name="Silent">Prompt when no key came; null for what the box says itself.</param>
public sealed record EntryRules(int Tries, TimeSpan Wait, string? Wrong, string? Silent)
{
    /// <summary>Three times, with five seconds each.</summary>
    public static readonly EntryRules Default = new(3, TimeSpan.FromSeconds(5), null, null);
}

namespace Switchhook.Site.Outbound;

/// <summary>How much one phone may call by a rule; null for no limit.</summary>
/// <param name="Calls">Calls in a day of the site.</param>
/// <param name="Minutes">Minutes of conversation in a day of the site.</param>
/// <param name="Parallel">Calls at once.</param>
public sealed record OutboundLimit(int? Calls, int? Minutes, int? Parallel)
{
    /// <summary>Most of each that can be written.</summary>
    public const int Most = 10_000;

    /// <summary>The limit in words: "20 calls and 120 minutes a day, 2 at once".</summary>
    public override string ToString()
    {
        string?[] day = [Calls is { } calls ? $"{calls} calls" : null, Minutes is { } minutes ? $"{minutes} minutes" : null];
        var byDay = string.Join(" and ", day.OfType<string>());
        string?[] all = [byDay.Length > 0 ? $"{byDay} a day" : null, Parallel is { } parallel ? $"{parallel} at once" : null];
        return string.Join(", ", all.OfType<string>());
    }
}

namespace Switchhook.Site.Outbound;

/// <summary>What a site adds to the emergency calls of its country; nothing of it can take one away.</summary>
/// <param name="Also">Numbers that go out like emergency numbers, as the exchange gets them.</param>
/// <param name="Notify">Phones that ring, and hear who called for help and where; empty for the first phone of the house.</param>
/// <param name="TestNumber">What is dialled to hear on which line an emergency call would go out; null for none.</param>
public sealed record EmergencyConfig(ValueList<string> Also, ValueList<string> Notify, string? TestNumber)
{
    /// <summary>Most numbers and most phones.</summary>
    public const int Most = 10;

    /// <summary>A site that adds nothing.</summary>
    public static EmergencyConfig Default { get; } = new([], [], null);

    /// <summary>The phones that are told of an emergency call.</summary>
    /// <param name="phones">All phones of the site by number.</param>
    public IReadOnlyList<string> FrontDesk(IEnumerable<string> phones) => Notify.Count > 0 ? Notify : [.. phones.Take(1)];
}

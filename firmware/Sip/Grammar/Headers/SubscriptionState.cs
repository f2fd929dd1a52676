using System.Globalization;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>How a subscription stands (header Subscription-State, RFC 6665 §8.2.3). The box writes it and never reads it.</summary>
internal readonly record struct SubscriptionState
{
    private readonly string _text;

    private SubscriptionState(string text) => _text = text;

    /// <summary>It holds for so many seconds more.</summary>
    public static SubscriptionState Active(uint expires) => new(string.Create(CultureInfo.InvariantCulture, $"active;expires={expires}"));

    /// <summary>It is over.</summary>
    /// <param name="reason">Why, as <c>noresource</c>, <c>timeout</c> (§4.1.3).</param>
    public static SubscriptionState Ended(string reason) => new($"terminated;reason={reason}");

    /// <summary>As it is written.</summary>
    public override string ToString() => _text;
}

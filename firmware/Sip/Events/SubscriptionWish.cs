using System.Globalization;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Events;

/// <summary>For how long a SUBSCRIBE asks (RFC 6665 §4.2.1.1). Pure.</summary>
internal static class SubscriptionWish
{
    /// <summary>Reads it.</summary>
    /// <param name="subscribe">The SUBSCRIBE.</param>
    /// <param name="rules">What may be had.</param>
    /// <param name="length">What is granted; zero to be told once and no more.</param>
    /// <returns>The refusal; null when there is none.</returns>
    public static OutgoingResponse? Refusal(SipMessage subscribe, SubscriptionRules rules, out TimeSpan length)
    {
        length = rules.Longest;
        var expires = subscribe.Headers.Read<Seconds>(HeaderId.Expires);
        if (expires.IsMalformed)
        {
            return new OutgoingResponse(400, "Malformed Expires");
        }

        if (!expires.Is(out var asked))
        {
            return null;
        }

        length = TimeSpan.FromSeconds(Math.Min(asked.Value, (uint)rules.Longest.TotalSeconds));
        return length == TimeSpan.Zero || length >= rules.Shortest
            ? null
            : new OutgoingResponse(423).With(Seconds(HeaderId.MinExpires, rules.Shortest));
    }

    /// <summary>A header with a time.</summary>
    public static HeaderField Seconds(HeaderId id, TimeSpan time) =>
        new(id, ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
}

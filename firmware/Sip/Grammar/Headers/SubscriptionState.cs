using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>How a subscription stands, for how long, and why (RFC 6665 §8.2.3).</summary>
/// <param name="Phase">How; one with an unknown name counts as pending.</param>
/// <param name="Expires">Seconds that it holds; null when it does not say.</param>
/// <param name="Reason">Why it ended, as <c>noresource</c>, <c>timeout</c>; null when it does not say.</param>
/// <param name="RetryAfter">Seconds after which a new one may be tried; null when it does not say.</param>
internal sealed record SubscriptionState(SubscriptionPhase Phase, uint? Expires = null, string? Reason = null, uint? RetryAfter = null)
    : IHeaderValue<SubscriptionState>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out SubscriptionState value)
    {
        value = null;
        var scanner = new Scanner(text.Span);
        if (!scanner.TakeToken(out var token))
        {
            return false;
        }

        var name = token.In(text.Span);
        var parameters = new HeaderParams(new SipText(text.Bytes[scanner.Position..]));
        if (!HeaderParams.AreWellFormed(ref scanner))
        {
            return false;
        }

        value = new SubscriptionState(
            Ascii.EqualsIgnoreCase(name, "active"u8) ? SubscriptionPhase.Active
            : Ascii.EqualsIgnoreCase(name, "terminated"u8) ? SubscriptionPhase.Terminated
            : SubscriptionPhase.Pending,
            Number(parameters["expires"u8]),
            parameters.TryGet("reason"u8, out var reason) ? reason.ToString() : null,
            Number(parameters["retry-after"u8]));
        return true;
    }

    /// <summary>As it is written.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Phase switch
        {
            SubscriptionPhase.Active => "active",
            SubscriptionPhase.Pending => "pending",
            SubscriptionPhase.Terminated => "terminated",
        });
        Append(text, "expires", Expires?.ToString(CultureInfo.InvariantCulture));
        Append(text, "reason", Reason);
        Append(text, "retry-after", RetryAfter?.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            Writing.AppendParameter(text, name, value);
        }
    }

    private static uint? Number(SipText text) => Numbers.TryReadClamped(text.Span, out var number) ? number : null;
}

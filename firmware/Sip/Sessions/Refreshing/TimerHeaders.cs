using System.Globalization;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>Session timers as headers say them (RFC 4028 §4 and §5).</summary>
internal static class TimerHeaders
{
    /// <summary>What a request says.</summary>
    public static TimerProposal Read(SipMessage request)
    {
        var headers = request.Headers;
        var isSupported = headers.ReadAll<Token>(HeaderId.Supported).Or([]).Any(token => token.Text.IsIgnoringCase("timer"u8))
            || headers.ReadAll<Token>(HeaderId.Require).Or([]).Any(token => token.Text.IsIgnoringCase("timer"u8));
        var expires = headers.Read<SessionExpires>(HeaderId.SessionExpires);
        return new TimerProposal(
            isSupported,
            expires.Is(out var asked) ? TimeSpan.FromSeconds(asked.Interval) : null,
            Minimum(request),
            expires.Or(default).Refresher);
    }

    /// <summary>Min-SE of a message; null without one.</summary>
    public static TimeSpan? Minimum(SipMessage message) =>
        message.Headers.Read<Seconds>(HeaderId.MinSE).Is(out var seconds) ? TimeSpan.FromSeconds(seconds.Value) : null;

    /// <summary>What a 2xx agrees to; null without a timer.</summary>
    public static SessionInterval? ReadAgreed(SipMessage response) =>
        response.Headers.Read<SessionExpires>(HeaderId.SessionExpires).Is(out var expires)
            ? SessionTimers.OnSuccess(TimeSpan.FromSeconds(expires.Interval), expires.Refresher)
            : null;

    /// <summary>Headers of a request of the box.</summary>
    public static IReadOnlyList<HeaderField> Of(TimerProposal proposal) =>
    [
        new(HeaderId.SessionExpires, new SessionExpires(SecondsOf(proposal.Expires!.Value), proposal.Refresher).ToString()),
        new(HeaderId.MinSE, SecondsOf(proposal.Minimum!.Value).ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Headers of a 2xx of the box.</summary>
    public static IReadOnlyList<HeaderField> Of(TimerAgreement agreement)
    {
        if (agreement is not TimerAgreement.Agreed agreed)
        {
            return [];
        }

        var expires = new HeaderField(
            HeaderId.SessionExpires, new SessionExpires(SecondsOf(agreed.Interval.Expires), agreed.Refresher).ToString());
        return agreed.RequireTimer ? [expires, new HeaderField(HeaderId.Require, "timer")] : [expires];
    }

    /// <summary>The refusal of an interval that is too short.</summary>
    public static OutgoingResponse Refusal(TimerAgreement.TooSmall tooSmall) => new OutgoingResponse(422).With(
        new HeaderField(HeaderId.MinSE, SecondsOf(tooSmall.Minimum).ToString(CultureInfo.InvariantCulture)));

    private static uint SecondsOf(TimeSpan span) => (uint)Math.Ceiling(span.TotalSeconds);
}

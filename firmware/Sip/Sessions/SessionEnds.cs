using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Sessions;

/// <summary>Reads from messages why a session ended.</summary>
internal static class SessionEnds
{
    /// <summary>The peer said BYE or CANCEL.</summary>
    public static SessionEnd Of(SipMessage request)
    {
        var reason = ReasonOf(request);
        var words = request.Method == SipMethod.Cancel ? "The caller gave up." : "The peer hung up.";
        return new SessionEnd(EndedBy.Peer, 0, reason is null ? words : $"{words[..^1]} ({reason}).") { Reason = reason };
    }

    /// <summary>The peer refused an INVITE.</summary>
    public static SessionEnd OfRefusal(SipMessage response) => new(
        EndedBy.Peer, response.StatusCode, $"The call was refused: {response.StatusCode} {response.Reason}".TrimEnd() + ".")
    {
        Reason = ReasonOf(response),
        Redirects = response.StatusCode is >= 300 and < 400 ? Contacts(response) : [],
        RetryAfter = response.Headers.Read<Seconds>(HeaderId.RetryAfter).Is(out var seconds) ? TimeSpan.FromSeconds(seconds.Value) : null,
    };

    /// <summary>Nobody answered.</summary>
    public static SessionEnd OfFault(TransactionFault fault) => new(
        fault.Kind == TransactionFaultKind.Timeout ? EndedBy.Silence : EndedBy.Wire,
        fault.Kind == TransactionFaultKind.Timeout ? 408 : 503,
        fault.Words);

    /// <summary>A request within the session showed that the peer is gone.</summary>
    public static SessionEnd OfLostPeer(RequestOutcome outcome) =>
        new(outcome.Response is null ? EndedBy.Silence : EndedBy.Peer, 0, $"The peer has lost the call: {outcome.Words}.");

    private static string? ReasonOf(SipMessage message)
    {
        var text = message.Headers.First(HeaderId.Reason);
        return text.IsEmpty ? null : text.ToString();
    }

    private static List<string> Contacts(SipMessage response) =>
    [
        .. response.Headers.ReadAll<NameAddress>(HeaderId.Contact).Or([])
            .OrderByDescending(contact => contact.Quality)
            .Select(contact => contact.Uri.ToString()),
    ];
}

namespace Switchhook.Testing.Sip.Torture;

/// <summary>Decides whether an answer is right.</summary>
public static class TortureJudge
{
    private const int BadRequest = 400;
    private const int ServerError = 500;
    private const int NotImplemented = 501;

    /// <summary>Judges.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="isStream">It was sent by TCP.</param>
    /// <remarks>
    /// A server that is gone is always wrong. A response, and what must be dropped, may not be answered. Where the index names codes for
    /// what must be parsed or refused, one of them must come; over TCP, closing the connection refuses too, because after a wrong length
    /// nothing else is safe. What must be parsed and has no codes: any answer that shows that it was understood, which is one below 500
    /// that is not 400, or 501 for a method that the server does not have. What may be refused or understood: the same, or 400. A message
    /// that has no end on a stream is waited for: no answer is right there.
    /// </remarks>
    /// <returns>Null if it is right; otherwise what is wrong.</returns>
    public static string? FaultOf(TortureCase message, TortureAnswer answer, bool isStream = false)
    {
        if (!answer.IsAlive)
        {
            return "the server does not answer any more";
        }

        if (message.IsResponse || message.IsUnanswered)
        {
            return answer.Status is { } status ? $"answered {status}, and nothing may be" : null;
        }

        var mayClose = message.Kind != TortureKind.Parse && answer.IsClosed;
        return (message.Kind, answer.Status) switch
        {
            (_, null) => mayClose || (isStream && message.HasNoEnd) ? null : "not answered",
            (TortureKind.Either, { } status) => IsSound(status) ? null : $"answered {status}",
            (TortureKind.Parse, { } status) when message.Statuses.Count == 0 =>
                IsSound(status) && status != BadRequest ? null : $"answered {status}, and it is well-formed",
            (_, { } status) => message.Statuses.Contains(status)
                ? null
                : $"answered {status} instead of {string.Join(" or ", message.Statuses)}",
        };
    }

    private static bool IsSound(int status) => status is < ServerError or NotImplemented;
}

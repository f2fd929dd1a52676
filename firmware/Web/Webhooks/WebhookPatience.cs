using Switchhook.Storage.Webhooks;

namespace Switchhook.Web.Webhooks;

/// <summary>When a delivery is tried again, and when no more.</summary>
internal static class WebhookPatience
{
    /// <summary>After so long it is given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>The wait after the first try; it doubles with each more.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait, before chance.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(6);

    /// <summary>The longest wait, with chance.</summary>
    public static readonly TimeSpan LongestWait = Most * 1.2;

    /// <summary>So many refusals give it up: what a receiver finds fault with must not hold up all that comes after it for days.</summary>
    public const int MostRefusals = 5;

    /// <summary>Whether a webhook may be tried. A time that is further away than any wait was set by a clock that was ahead.</summary>
    /// <param name="nextAt">When it is tried again; null for at once.</param>
    /// <param name="now">The present.</param>
    public static bool IsDue(DateTimeOffset? nextAt, DateTimeOffset now) =>
        nextAt is not { } next || next <= now || next > now + LongestWait;

    /// <summary>What follows a try without success.</summary>
    /// <param name="delivery">What was tried, as it stood before that try.</param>
    /// <param name="failures">Tries of the webhook without success, with this one.</param>
    /// <param name="answer">How it ended.</param>
    /// <param name="now">The present.</param>
    /// <param name="chance">From 0 to 1: keeps many boxes from coming at once. It moves the wait by at most a fifth.</param>
    /// <returns>When the webhook is tried again, and whether this delivery is given up.</returns>
    public static (DateTimeOffset NextAt, bool GivesUp) After(
        WebhookDelivery delivery, int failures, WebhookAnswer answer, DateTimeOffset now, double chance)
    {
        var wait = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        wait = (wait < Most ? wait : Most) * (0.8 + (0.4 * chance));
        if (answer.RetryAfter is { } asked && asked > wait)
        {
            wait = asked;
        }

        return (now + wait, now - delivery.QueuedAt >= Longest || (answer.IsRefusal && delivery.Tries + 1 >= MostRefusals));
    }
}

using Switchhook.Storage.Accounts;

namespace Switchhook.Web.Security;

/// <summary>Counts attempts for several keys at once: the address that they come from, and what they are aimed at.</summary>
internal sealed class AttemptBrake(AttemptLimiter limiter, params IReadOnlyList<string> keys)
{
    /// <summary>How long to wait before an attempt; null when it may be made.</summary>
    public TimeSpan? Wait => keys.Max(limiter.Wait);

    /// <summary>Counts an attempt that was made.</summary>
    public void Count(bool right)
    {
        foreach (var key in keys)
        {
            if (right)
            {
                limiter.Succeeded(key);
            }
            else
            {
                limiter.Failed(key);
            }
        }
    }
}

using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>A call that is owed, as it goes on from try to try.</summary>
/// <param name="Owed">What is owed.</param>
/// <param name="Site">The version of the site by which it is made.</param>
internal sealed record CallbackTicket(CallbackOwed Owed, SiteInForce Site)
{
    /// <summary>How many times a customer is called who does not answer.</summary>
    public const int MostTries = 3;

    /// <summary>How long a customer who did not answer is left alone.</summary>
    public static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(10);
}

using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Queues.Messages;

/// <summary>A message that waits, as it goes on from agent to agent.</summary>
/// <param name="Owed">The message.</param>
/// <param name="Site">The version of the site by which it is heard.</param>
internal sealed record MessageTicket(MessageOwed Owed, SiteInForce Site)
{
    /// <summary>Where the caller can be called; null when the number is not known, or the site does not allow it.</summary>
    public DialTarget.Outside? CallBack =>
        Owed.Caller is { } caller
        && Site.Model.Queues[Owed.Queue].Callback is { } callback
        && NationalNumber.Of(caller, Site.Country) is var number
        && Site.DialPlan.MayCall(number, callback.Over)
            ? new DialTarget.Outside(number, callback.Over)
            : null;
}

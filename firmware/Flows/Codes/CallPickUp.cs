using Switchhook.Calls;

namespace Switchhook.Flows.Codes;

/// <summary>Takes a call that rings at another phone. Control loop only.</summary>
internal sealed class CallPickUp(CallTable calls)
{
    /// <summary>Takes what a phone rings for.</summary>
    /// <param name="which">Tells whether a ringing phone is meant; of several the one that rings longest is taken.</param>
    /// <param name="by">The leg of who takes it.</param>
    /// <returns>False when nothing rings there.</returns>
    public bool TryTake(Func<Leg, bool> which, Leg by)
    {
        var found = calls.InProgress.SelectMany(call => call.Legs).FirstOrDefault(
            leg => leg is { State: LegState.Alerting, Origin: LegOrigin.Box, Party.IsOutside: false } && leg != by && which(leg));
        if (found is null)
        {
            return false;
        }

        by.Answer();
        found.Call!.Add(by, $"Picks up for {found.Party}.");
        found.GiveTo(by);
        return true;
    }

    /// <summary>True for a phone that is in a group with another one.</summary>
    public static bool ShareGroup(SiteInForce site, string phone, string other) =>
        phone != other && site.Model.Groups.Values.Any(group => group.Phones.Contains(phone) && group.Phones.Contains(other));
}

using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Dialling.Outbound;

namespace Switchhook.Flows.Talking;

/// <summary>A user sends the other party of a call to a number, and leaves the rest to the box.</summary>
internal sealed class BlindTransfer(FlowServices services, Conversations conversations, ParkingLot parking, OutsideWay outside)
{
    /// <summary>The whole story of one transfer.</summary>
    /// <param name="leg">The user's leg in the call.</param>
    /// <param name="digits">Where to; what the user may dial may be transferred to.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>Null when the number has answered; else why not: the user has the call again, or is rung back.</returns>
    public async Task<Cause?> RunAsync(Leg leg, string digits, SiteInForce site)
    {
        if (conversations.Of(leg) is not { } conversation || leg.Call is not { } call)
        {
            return new Cause(CauseCode.Refused, "There is no call to transfer.");
        }

        call.Note("transfer", $"{leg.Party.Capitalised} transfers to {digits}.");
        var meant = site.DialPlan.Find(digits);
        if (meant is DialTarget.PhoneCode { Action: PhoneAction.Park })
        {
            return parking.Park(leg, site).WhyNot;
        }

        var found = meant switch
        {
            DialTarget.Extension extension => await OfferAsync(extension.Number, leg, call, site),
            DialTarget.Outside => await outside.TransferAsync(call, leg, leg.Party, digits, site),
            _ => new Dialled(null, new Cause(CauseCode.Refused, $"{digits} is no number that a call may be transferred to.")),
        };
        if (found.Leg is not { } target)
        {
            call.Note("transfer", $"The transfer to {digits} failed: {found.Why!.Words}");
            return found.Why;
        }

        if (conversations.Of(leg) != conversation)
        {
            target.HangUp(Cause.FarEnd);
            return new Cause(CauseCode.HungUp, "The call ended before it was transferred.");
        }

        conversation.Release(leg);
        if (await conversation.BringAsync(target, $"Transferred by {leg.Party}.", () => ComeBack(leg)))
        {
            leg.HangUp(new Cause(CauseCode.Transferred, $"Transferred the call to {digits}."));
            return null;
        }

        return target.State == LegState.Ended ? await target.Ended : Cause.NoAnswer;
    }

    private async Task<Dialled> OfferAsync(string number, Leg leg, Call call, SiteInForce site)
    {
        var diversion = services.DiversionOf(number);
        if (diversion.ForwardTo is { } always && always != leg.Party.Name)
        {
            return await SendOnAsync(number, always, leg, call, site);
        }

        var offered = OfferTo(number, leg, call);
        return offered.Leg is null && diversion.BusyTo is { } busy && busy != leg.Party.Name
            ? await SendOnAsync(number, busy, leg, call, site)
            : offered;
    }

    // Once: where a call goes on to, it stays.
    private async Task<Dialled> SendOnAsync(string number, string to, Leg leg, Call call, SiteInForce site)
    {
        call.Note("forward", $"Calls for phone {number} go on to {to}.");
        return site.DialPlan.Find(to) is DialTarget.Extension next
            ? OfferTo(next.Number, leg, call)
            : await outside.TransferAsync(call, leg, Party.Phone(number), to, site);
    }

    private Dialled OfferTo(string number, Leg leg, Call call)
    {
        if (services.DiversionOf(number).DoNotDisturb)
        {
            return new Dialled(null, new Cause(CauseCode.Busy, $"Phone {number} is not to be disturbed."));
        }

        var phone = services.Stations.Phone(number);
        return phone?.Offer(new Offer(OtherParty(leg, call), CallWaiting: true)) is { } ringing
            ? new Dialled(ringing, null)
            : new Dialled(null, new Cause(CauseCode.Busy, $"Phone {number} is {phone?.Status.InWords() ?? "not connected"}."));
    }

    // The display of the phone that rings must show who will be there, not who leaves.
    private static CallerIdentity OtherParty(Leg leg, Call call)
    {
        var other = call.Legs.FirstOrDefault(one => one != leg)?.Party;
        return leg.Origin == LegOrigin.Box && call.Direction != CallDirection.Outbound
            ? call.Caller
            : new CallerIdentity(null, other?.Capitalised, $"Transferred by {leg.Party}.");
    }

    // Who waits for the end of the transfer has the call again at once; who has hung up is rung.
    private Leg? ComeBack(Leg leg) => leg.State == LegState.Connected ? leg : conversations.Recall(leg);
}

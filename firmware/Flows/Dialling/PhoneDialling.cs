using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling.Emergency;
using Switchhook.Flows.Dialling.Outbound;

namespace Switchhook.Flows.Dialling;

/// <summary>What happens to a call that a phone of the house makes: to another phone, to the outside, to an emergency number.</summary>
internal sealed class PhoneDialling(
    FlowServices services,
    HouseDialling house,
    OutsideWay outside,
    OutsideGate gate,
    EmergencyDesk emergency,
    CodeDialling codes)
{
    /// <summary>The whole story of one dialled call.</summary>
    /// <param name="origin">The phone's own leg: connected, or alerting where the phone waits for an answer (SIP).</param>
    /// <param name="digits">What the user dialled.</param>
    /// <param name="site">The site in force.</param>
    public Task RunAsync(Leg origin, string digits, SiteInForce site)
    {
        var target = site.DialPlan.Find(digits);
        if (codes.TryRun(origin, digits, target, site, out var whole))
        {
            return whole;
        }

        var direction = target is not (DialTarget.Outside or DialTarget.Emergency) ? CallDirection.Internal : CallDirection.Outbound;
        var name = services.Stations.Phone(origin.Party.Name)?.Name;
        var caller = new CallerIdentity(origin.Party.Name, name, "A phone of the house.");
        var call = services.Calls.Begin(direction, origin, caller, digits);
        return target switch
        {
            DialTarget.Extension extension => house.RunAsync(call, origin, caller, extension.Number, site),
            DialTarget.Outside => ToOutsideAsync(call, origin, digits, site),
            DialTarget.Emergency number => emergency.CallAsync(call, origin, number.Number, site),
            DialTarget.EmergencyTest => emergency.TestAsync(call, origin, site),
            DialTarget.Release release => ReleaseAsync(call, origin, release.Phone, site),
            _ => RefuseAsync(call, origin, $"{digits} is no number that may be dialled here.", site),
        };
    }

    private async Task ToOutsideAsync(Call call, Leg origin, string digits, SiteInForce site)
    {
        await house.TalkAsync(call, origin, await outside.DialAsync(call, origin, digits, site), site);
    }

    private async Task ReleaseAsync(Call call, Leg origin, string phone, SiteInForce site)
    {
        if (!site.Model.Emergency.FrontDesk(site.Model.Phones.Keys).Contains(origin.Party.Name))
        {
            await RefuseAsync(call, origin, $"Only the front desk may let phone {phone} call outside again.", site);
            return;
        }

        gate.Release(phone, origin.Party.ToString());
        await OutsideWay.SayAsync(origin, site, Phrase.OutsideReleased);
        call.End(new Cause(CauseCode.FlowEnded, $"Phone {phone} may call outside."));
    }

    private static async Task RefuseAsync(Call call, Leg origin, string why, SiteInForce site)
    {
        // A telephone that waits for an answer (SIP) tells its user itself that there is no such number.
        if (origin.State == LegState.Connected)
        {
            await OutsideWay.SayRefusalAsync(origin, site, Phrase.OutsideRefused);
        }

        call.End(new Cause(CauseCode.Refused, why));
    }
}

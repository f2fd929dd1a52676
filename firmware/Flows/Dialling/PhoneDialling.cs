using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling.Emergency;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Talking;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>What happens to a call that a phone of the house makes: to another phone, to the outside, to an emergency number.</summary>
internal sealed class PhoneDialling(
    FlowServices services,
    Conversations conversations,
    OutsideWay outside,
    OutsideGate gate,
    OutgoingTalk talk,
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
            DialTarget.Extension extension => ToPhoneAsync(call, origin, caller, extension.Number, site),
            DialTarget.Outside => ToOutsideAsync(call, origin, digits, site),
            DialTarget.Emergency number => emergency.CallAsync(call, origin, number.Number, site),
            DialTarget.EmergencyTest => emergency.TestAsync(call, origin, site),
            DialTarget.Release release => ReleaseAsync(call, origin, release.Phone, site),
            _ => RefuseAsync(call, origin, $"{digits} is no number that may be dialled here.", site),
        };
    }

    private async Task ToPhoneAsync(Call call, Leg origin, CallerIdentity caller, string number, SiteInForce site)
    {
        if (origin.Party == Party.Phone(number))
        {
            call.End(new Cause(CauseCode.Busy, $"Phone {number} dialled itself."));
            return;
        }

        // Who the calls go to reaches the phone itself, and so do all when the rules do not let them go on any more.
        if (services.DiversionOf(number).ForwardTo is { } to && to != origin.Party.Name)
        {
            call.Note("forward", $"Calls for phone {number} go on to {to}.");
            if (site.DialPlan.Find(to) is DialTarget.Extension next)
            {
                number = next.Number;
            }
            else
            {
                var dialled = await outside.TransferAsync(call, origin, Party.Phone(number), to, site);
                if (dialled.Why?.Code != CauseCode.Refused)
                {
                    await GoOnAsync(call, origin, dialled, site);
                    return;
                }
            }
        }

        if (services.DiversionOf(number).DoNotDisturb)
        {
            call.End(new Cause(CauseCode.Busy, $"Phone {number} is not to be disturbed."));
            return;
        }

        var phone = services.Stations.Phone(number);
        if (phone?.Offer(new Offer(caller, CallWaiting: true)) is not { } leg)
        {
            call.End(new Cause(CauseCode.Busy, $"Phone {number} is busy: it is {phone?.Status.InWords() ?? "not connected"}."));
            return;
        }

        call.Add(leg, $"Rings phone {number}, as dialled.");
        talk.LetRing(origin, site, leg.Answered);
        var conversation = conversations.Begin(call, site);
        conversation.Join(origin);
        if (site.Model.Record == RecordPolicy.All)
        {
            services.Recorder.Record(call, origin);
        }

        await FetchAsync(call, conversation, leg);
    }

    private async Task ToOutsideAsync(Call call, Leg origin, string digits, SiteInForce site)
    {
        await GoOnAsync(call, origin, await outside.DialAsync(call, origin, digits, site), site);
    }

    private async Task GoOnAsync(Call call, Leg origin, Dialled dialled, SiteInForce site)
    {
        if (dialled.Leg is { } leg)
        {
            await talk.RunAsync(call, origin, leg, site);
        }
        else
        {
            call.End(dialled.Why!);
        }
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

    /// <summary>Waits for the dialled phone, unless the call has gone elsewhere by transfer meanwhile.</summary>
    private async Task FetchAsync(Call call, Conversation conversation, Leg leg)
    {
        using var limit = services.Loop.Schedule(Conversation.FetchLimit, () => leg.HangUp(Cause.NoAnswer));
        await Task.WhenAny(leg.Answered, conversation.Over);
        if (!ReferenceEquals(leg.Call, call))
        {
            return;
        }

        if (leg.Answerer is { State: LegState.Connected } answerer)
        {
            foreach (var present in conversation.Present)
            {
                present.Media.StopPlaying();
                present.Answer();
            }

            conversation.Join(answerer);
            call.Connected(answerer.Party);
        }
        else
        {
            call.End(leg.State == LegState.Ended ? await leg.Ended : call.EndCause ?? Cause.NoAnswer);
        }
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

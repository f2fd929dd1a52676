using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>What happens to a call that a phone of the house makes: to another phone, to the outside, to an emergency number.</summary>
internal sealed class PhoneDialling(
    FlowServices services, Conversations conversations, OutsideDialling outside, EmergencyLines emergency)
{
    private const double RingbackLevelDbm0 = -19;

    /// <summary>The whole story of one dialled call.</summary>
    /// <param name="origin">The phone's own leg: connected, or alerting where the phone waits for an answer (SIP).</param>
    /// <param name="digits">What the user dialled.</param>
    /// <param name="site">The site in force.</param>
    public Task RunAsync(Leg origin, string digits, SiteInForce site)
    {
        var target = site.DialPlan.Find(digits);
        var direction = target is DialTarget.Extension or DialTarget.Unknown ? CallDirection.Internal : CallDirection.Outbound;
        var name = services.Stations.Phone(origin.Party.Name)?.Name;
        var caller = new CallerIdentity(origin.Party.Name, name, "A phone of the house.");
        var call = services.Calls.Begin(direction, origin, caller, digits);
        return target switch
        {
            DialTarget.Extension extension => ToPhoneAsync(call, origin, caller, extension.Number, site),
            DialTarget.Outside outside => ToOutsideAsync(call, origin, outside, site),
            DialTarget.Emergency number => ToEmergencyAsync(call, origin, number.Number, site),
            _ => EndAsync(call, new Cause(CauseCode.Refused, $"{digits} is no number that may be dialled here.")),
        };
    }

    private async Task ToPhoneAsync(Call call, Leg origin, CallerIdentity caller, string number, SiteInForce site)
    {
        var phone = services.Stations.Phone(number);
        if (origin.Party == Party.Phone(number))
        {
            call.End(new Cause(CauseCode.Busy, $"Phone {number} dialled itself."));
            return;
        }

        if (phone?.Offer(new Offer(caller, CallWaiting: true)) is not { } leg)
        {
            call.End(new Cause(CauseCode.Busy, $"Phone {number} is busy: it is {phone?.Status.InWords() ?? "not connected"}."));
            return;
        }

        call.Add(leg, $"Rings phone {number}, as dialled.");
        LetRing(origin, site, leg.Answered);
        var conversation = conversations.Begin(call, site);
        conversation.Join(origin);
        if (site.Model.Record == RecordPolicy.All)
        {
            services.Recorder.Record(call, origin);
        }

        await FetchAsync(call, conversation, leg);
    }

    private async Task ToOutsideAsync(Call call, Leg origin, DialTarget.Outside target, SiteInForce site)
    {
        var dialled = await outside.DialAsync(call, origin, target, site.Model.LineGroups[target.LineGroup]);
        if (dialled.Leg is { } leg)
        {
            await GoOutAsync(call, origin, leg, site);
        }
        else
        {
            call.End(dialled.Why!);
        }
    }

    private async Task ToEmergencyAsync(Call call, Leg origin, string number, SiteInForce site)
    {
        var place = services.Stations.Phone(origin.Party.Name)?.Place ?? "no place given in the site file";
        call.Note("emergency", $"EMERGENCY CALL to {number} from {origin.Party} ({place}).");
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (origin.State != LegState.Ended && await emergency.SeizeAsync(call, number, tried) is { } leg)
        {
            if (await OutsideDialling.GetsThroughAsync(leg, origin))
            {
                await GoOutAsync(call, origin, leg, site);
                return;
            }
        }

        call.End(origin.State == LegState.Ended
            ? await origin.Ended
            : new Cause(CauseCode.NoLine, "No line to the exchange works. Use a mobile phone."));
    }

    private async Task GoOutAsync(Call call, Leg origin, Leg line, SiteInForce site)
    {
        var conversation = conversations.Begin(call, site);
        conversation.Join(origin);
        if (site.Model.Record != RecordPolicy.None)
        {
            services.Recorder.Record(call, line);
        }

        if (!line.Audible.IsCompleted)
        {
            LetRing(origin, site, line.Audible);
        }

        if (!await line.Audible)
        {
            call.End(await line.Ended);
            return;
        }

        // The user hears the exchange itself: its ringback, its busy tone, its announcements.
        origin.ShowProgress();
        conversation.Join(line);
        if (await line.Answered && ReferenceEquals(line.Call, call))
        {
            origin.Answer();
            call.Connected(line.Party);
        }
    }

    // A phone that the box feeds hears a tone of the box; one that makes its tones itself is told.
    private void LetRing(Leg origin, SiteInForce site, Task until)
    {
        origin.ShowRinging();
        if (origin.State == LegState.Connected)
        {
            services.Loop.Watch(PlayRingbackAsync(origin, site, until));
        }
    }

    private static async Task PlayRingbackAsync(Leg origin, SiteInForce site, Task until)
    {
        var tone = new ToneSource(site.Country.Tones[ToneKind.Ringback], RingbackLevelDbm0);
        _ = origin.Media.PlayAsync(tone, PlayMode.Instead, origin.Gone);
        await until;
        if (origin.State != LegState.Ended)
        {
            origin.Media.StopPlaying();
        }
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

    private static Task EndAsync(Call call, Cause cause)
    {
        call.End(cause);
        return Task.CompletedTask;
    }
}

using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>What happens to a call that a phone of the house makes: to another phone, to the outside, to an emergency number.</summary>
internal sealed class PhoneDialling(FlowServices services, Conversations conversations, EmergencyLines emergency)
{
    private const double RingbackLevelDbm0 = -19;

    private readonly LinePicker _lines = new();

    /// <summary>The whole story of one dialled call.</summary>
    /// <param name="origin">The phone's own leg, connected.</param>
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
        services.Loop.Watch(origin.Media.PlayAsync(
            new ToneSource(site.Country.Tones[ToneKind.Ringback], RingbackLevelDbm0), PlayMode.Instead, leg.Gone));
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
        var group = site.Model.LineGroups[target.LineGroup];
        foreach (var name in _lines.Order(group))
        {
            if (services.Stations.Line(name)?.Seize(target.Number) is not { } leg)
            {
                var status = services.Stations.Line(name)?.Status.InWords() ?? "not connected";
                call.Note("outbound", $"Line {name} is passed over: it is {status}.");
                continue;
            }

            _lines.Taken(group, name);
            call.Add(leg, $"Dials {target.Number} on line {name}: {LinePicker.Reason(group)}.");
            if (await ReachesExchangeAsync(leg, origin))
            {
                await GoOutAsync(call, origin, leg, site);
                return;
            }

            if (origin.State == LegState.Ended)
            {
                break;
            }
        }

        call.End(origin.State == LegState.Ended
            ? await origin.Ended
            : new Cause(CauseCode.NoLine, $"No line of group {group.Name} is free and working."));
    }

    private async Task ToEmergencyAsync(Call call, Leg origin, string number, SiteInForce site)
    {
        var place = services.Stations.Phone(origin.Party.Name)?.Place ?? "no place given in the site file";
        call.Note("emergency", $"EMERGENCY CALL to {number} from {origin.Party} ({place}).");
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (origin.State != LegState.Ended && await emergency.SeizeAsync(call, number, tried) is { } leg)
        {
            if (await ReachesExchangeAsync(leg, origin))
            {
                await GoOutAsync(call, origin, leg, site);
                return;
            }
        }

        call.End(origin.State == LegState.Ended
            ? await origin.Ended
            : new Cause(CauseCode.NoLine, "No line to the exchange works. Use a mobile phone."));
    }

    /// <summary>True when dialling is done; false when the line failed or the user gave up, and then the leg has ended.</summary>
    private static async Task<bool> ReachesExchangeAsync(Leg leg, Leg origin)
    {
        await Task.WhenAny(leg.Audible, origin.Ended);
        if (origin.State == LegState.Ended)
        {
            leg.HangUp(await origin.Ended);
        }

        return leg.State != LegState.Ended;
    }

    private async Task GoOutAsync(Call call, Leg origin, Leg line, SiteInForce site)
    {
        // The user hears the exchange itself: its ringback, its busy tone, its announcements.
        var conversation = conversations.Begin(call, site);
        conversation.Join(origin);
        conversation.Join(line);
        if (site.Model.Record != RecordPolicy.None)
        {
            services.Recorder.Record(call, line);
        }

        if (await line.Answered && ReferenceEquals(line.Call, call))
        {
            call.Connected(line.Party);
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

        if (leg.State == LegState.Connected)
        {
            foreach (var present in conversation.Present)
            {
                present.Media.StopPlaying();
            }

            conversation.Join(leg);
            call.Connected(leg.Party);
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

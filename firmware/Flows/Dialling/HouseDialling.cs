using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Talking;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>A call from one phone of the house to another, and on from there as the called phone's user has set it.</summary>
/// <remarks>A call goes on once: where it goes on to, it stays. So no two phones send it round in a circle.</remarks>
internal sealed class HouseDialling(
    FlowServices services, Conversations conversations, OutsideWay outside, OutsideGate gate, OutgoingTalk talk)
{
    /// <summary>How long a phone rings before its calls go on that nobody answers.</summary>
    public static readonly TimeSpan NoAnswerAfter = TimeSpan.FromSeconds(20);

    /// <summary>The whole story.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">The leg of the phone that dials.</param>
    /// <param name="caller">Who that is, for the display of the other phone.</param>
    /// <param name="number">The phone that was dialled.</param>
    /// <param name="site">The site in force.</param>
    public async Task RunAsync(Call call, Leg origin, CallerIdentity caller, string number, SiteInForce site)
    {
        if (origin.Party == Party.Phone(number))
        {
            call.End(new Cause(CauseCode.Busy, $"Phone {number} dialled itself."));
            return;
        }

        // All calls reach the phone itself when the rules do not let them go on any more.
        var way = new Way(call, origin, caller, site);
        if (!await GoOnAsync(way, number, ForwardWhen.Always))
        {
            await RingAsync(way, number, isLast: false);
        }
    }

    /// <summary>Goes on with a call that was dialled outside.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">Who waits.</param>
    /// <param name="dialled">What became of it.</param>
    /// <param name="site">The site in force.</param>
    public async Task TalkAsync(Call call, Leg origin, Dialled dialled, SiteInForce site)
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

    /// <summary>Sends a call on, if its phone's user wants that and the rules allow it.</summary>
    /// <returns>False when it stays.</returns>
    private async Task<bool> GoOnAsync(Way way, string number, ForwardWhen when)
    {
        if (ToOf(way, number, when) is not { } to)
        {
            return false;
        }

        way.Call.Note("forward", $"Calls for phone {number} go on to {to}{InWords(when)}.");
        if (way.Site.DialPlan.Find(to) is DialTarget.Extension next)
        {
            await RingAsync(way, next.Number, isLast: true);
            return true;
        }

        var dialled = await outside.TransferAsync(way.Call, way.Origin, Party.Phone(number), to, way.Site);
        if (dialled.Why?.Code == CauseCode.Refused)
        {
            return false;
        }

        await TalkAsync(way.Call, way.Origin, dialled, way.Site);
        return true;
    }

    private async Task RingAsync(Way way, string number, bool isLast)
    {
        var (call, origin) = (way.Call, way.Origin);
        if (Offer(way, number, out var why) is not { } leg)
        {
            if (isLast || !await GoOnAsync(way, number, ForwardWhen.Busy))
            {
                call.End(why);
            }

            return;
        }

        call.Add(leg, $"Rings phone {number}, as dialled.");
        talk.LetRing(origin, way.Site, leg.Answered);
        if (conversations.Of(origin) is not { } conversation)
        {
            conversation = conversations.Begin(call, way.Site);
            conversation.Join(origin);
            if (way.Site.Model.Record == RecordPolicy.All)
            {
                services.Recorder.Record(call, origin);
            }
        }

        await FetchAsync(way, conversation, leg, number, isLast);
    }

    private Leg? Offer(Way way, string number, out Cause why)
    {
        if (services.DiversionOf(number).DoNotDisturb)
        {
            why = new Cause(CauseCode.Busy, $"Phone {number} is not to be disturbed.");
            return null;
        }

        var phone = services.Stations.Phone(number);
        why = new Cause(CauseCode.Busy, $"Phone {number} is busy: it is {phone?.Status.InWords() ?? "not connected"}.");
        return phone?.Offer(new Offer(way.Caller, CallWaiting: true));
    }

    /// <summary>Waits for the dialled phone, unless the call has gone elsewhere by transfer meanwhile.</summary>
    private async Task FetchAsync(Way way, Conversation conversation, Leg leg, string number, bool isLast)
    {
        var call = way.Call;
        var rings = isLast || !MayGoOnUnanswered(way, number) ? Conversation.FetchLimit : NoAnswerAfter;
        using var limit = services.Loop.Schedule(rings, () => leg.HangUp(Cause.NoAnswer));
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
            return;
        }

        // A telephone on the network tells only now that it is busy.
        var why = leg.State == LegState.Ended ? await leg.Ended : call.EndCause ?? Cause.NoAnswer;
        ForwardWhen? when = why.Code switch
        {
            CauseCode.Busy => ForwardWhen.Busy,
            CauseCode.NoAnswer => ForwardWhen.NoAnswer,
            _ => null,
        };
        var stays = isLast || call.EndCause is not null || way.Origin.State == LegState.Ended;
        if (stays || when is not { } condition || !await GoOnAsync(way, number, condition))
        {
            call.End(why);
        }
    }

    // When the rules refuse it, the phone goes on ringing instead.
    private bool MayGoOnUnanswered(Way way, string number)
    {
        if (ToOf(way, number, ForwardWhen.NoAnswer) is not { } to)
        {
            return false;
        }

        if (way.Site.DialPlan.Find(to) is DialTarget.Extension || gate.WhyNoForward(number, to, way.Site) is not { } refused)
        {
            return true;
        }

        way.Call.Note("forward", refused.Why);
        return false;
    }

    // Who the calls go to reaches the phone itself.
    private string? ToOf(Way way, string number, ForwardWhen when) =>
        services.DiversionOf(number).To(when) is { } to && to != way.Origin.Party.Name ? to : null;

    private static string InWords(ForwardWhen when) => when switch
    {
        ForwardWhen.Always => "",
        ForwardWhen.Busy => ", because it is busy",
        ForwardWhen.NoAnswer => ", because nobody answers",
    };

    private sealed record Way(Call Call, Leg Origin, CallerIdentity Caller, SiteInForce Site);
}

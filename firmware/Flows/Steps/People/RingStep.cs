using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Hunting;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows.Steps.People;

/// <summary>Rings the phones of a hunt group until one answers; then the two talk, and the flow is over.</summary>
internal sealed class RingStep(FlowServices services, Conversations conversations, HuntMemory memory)
{
    private const double RingbackLevelDbm0 = -19;

    /// <summary>True when someone answered, and the call is over; false when nobody did.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="group">The phones.</param>
    /// <param name="where">Where nobody answered, for the journal: "of group reception".</param>
    public async Task<bool> RunAsync(FlowCall flow, HuntGroupConfig group, string where)
    {
        flow.Caller.ShowRinging();
        if (flow.Caller.State == LegState.Connected)
        {
            // The exchange's ringback ended with our answer: the caller must not wait in silence.
            services.Loop.Watch(flow.Caller.Media.PlayAsync(
                new ToneSource(flow.Site.Country.Tones[ToneKind.Ringback], RingbackLevelDbm0), PlayMode.Instead, flow.Caller.Gone));
        }

        var leg = await HuntAsync(flow, group);
        if (leg is null)
        {
            flow.Caller.Media.StopPlaying();
            flow.Call.Note("ring", $"Nobody {where} answered.");
            return false;
        }

        flow.Caller.Media.StopPlaying();
        flow.Caller.Answer();
        var conversation = conversations.Begin(flow.Call, flow.Site, new HoldSound(services, flow.Site, language: flow.Memory.Language));
        conversation.Join(flow.Caller);
        conversation.Join(leg);
        flow.Call.Connected(leg.Party);
        await conversation.Over;
        return true;
    }

    private async Task<Leg?> HuntAsync(FlowCall flow, HuntGroupConfig group)
    {
        var order = HuntOrders.For(group.Strategy);
        for (var round = 1; round <= group.Rounds; round++)
        {
            var candidates = group.Phones
                .Select(services.Stations.Phone)
                .OfType<Phone>()
                .Select(phone => new HuntCandidate(phone.Number, phone.IdleSince))
                .ToList();
            var waves = order.Waves(candidates, memory.LastFirst(group.Name));
            foreach (var wave in waves)
            {
                if (await RingWaveAsync(flow, group, wave) is { } leg)
                {
                    return leg;
                }
            }

            if (round < group.Rounds)
            {
                await Task.Delay(group.Pause, services.Loop.Time, flow.Caller.Gone);
            }
        }

        return null;
    }

    private async Task<Leg?> RingWaveAsync(FlowCall flow, HuntGroupConfig group, HuntWave wave)
    {
        var ringing = new List<Leg>();
        foreach (var number in wave.Phones)
        {
            var phone = services.Stations.Phone(number);
            if (services.DiversionOf(number).DoNotDisturb)
            {
                flow.Call.Note("ring", $"Phone {number} is passed over: it is not to be disturbed.");
            }
            else if (phone?.Offer(new Offer(flow.Identity, CallWaiting: false)) is { } leg)
            {
                flow.Call.Add(leg, $"Rings phone {number} ({wave.Why}).");
                ringing.Add(leg);
            }
            else
            {
                flow.Call.Note("ring", $"Phone {number} is passed over: it is {phone?.Status.InWords() ?? "not connected"}.");
            }
        }

        if (ringing.Count == 0)
        {
            return null;
        }

        memory.Rang(group.Name, wave.Phones[0]);
        var lost = Cause.NoAnswer;
        try
        {
            var winner = await FirstAnswerAsync(ringing, group.RingTime, flow.Caller.Gone);
            lost = winner is null ? Cause.NoAnswer : Cause.AnsweredElsewhere;
            ringing.Remove(winner!);
            return winner;
        }
        catch (OperationCanceledException)
        {
            lost = new Cause(CauseCode.HungUp, "The caller gave up.");
            throw;
        }
        finally
        {
            foreach (var leg in ringing)
            {
                leg.HangUp(lost);
            }
        }
    }

    /// <summary>The first leg that answers; null when the time is up or all legs have ended.</summary>
    private async Task<Leg?> FirstAnswerAsync(List<Leg> ringing, TimeSpan limit, CancellationToken gone)
    {
        var first = new TaskCompletionSource<Leg?>();
        using var timeUp = services.Loop.Schedule(limit, () => first.TrySetResult(null));
        await using var callerGone = gone.Register(() => first.TrySetCanceled(gone));
        var open = ringing.Count;
        foreach (var leg in ringing.ToList())
        {
            services.Loop.Watch(ReportAsync(leg));
        }

        return await first.Task;

        async Task ReportAsync(Leg leg)
        {
            if (await leg.Answered)
            {
                first.TrySetResult(leg.Answerer);
            }
            else if (--open == 0)
            {
                first.TrySetResult(null);
            }
        }
    }
}

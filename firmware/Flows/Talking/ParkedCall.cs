using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Flows.Talking;

/// <summary>A call that is parked, from the moment it is until somebody has it.</summary>
/// <remarks>
/// After a while it rings back who parked it, once more after that, and then the front desk; whoever answers has it. It is
/// never let go while that goes on: only after some such rounds does it end, as a call that nobody answered.
/// </remarks>
internal sealed class ParkedCall(FlowServices services, Conversation conversation, Leg who, int place, Party by, SiteInForce site)
{
    /// <summary>How often it goes round those who could take it.</summary>
    public const int Rounds = 5;

    /// <summary>How long a phone rings for it at a time.</summary>
    public static readonly TimeSpan RingTime = TimeSpan.FromSeconds(30);

    private static readonly Cause Abandoned = new(CauseCode.NoAnswer, "Nobody came for the parked call.");

    private readonly TaskCompletionSource _over = new();
    private Leg _who = who;

    /// <summary>Number of the place.</summary>
    public int Place => place;

    private bool IsOver => _over.Task.IsCompleted || conversation.Call.EndCause is not null;

    /// <summary>The whole story; when it ends the place is free.</summary>
    public async Task RunAsync()
    {
        services.Loop.Watch(FollowAsync());
        for (var round = 0; round < Rounds && !IsOver; round++)
        {
            await WaitAsync(site.Model.Parking.ReturnAfter);
            await RingAsync([by.Name], $"Nobody took the call from place {place}: it rings back {by}.");
            await WaitAsync(RingTime);
            await RingAsync([by.Name], $"It rings back {by} once more.");
            var desk = site.Model.Emergency.FrontDesk(site.Model.Phones.Keys);
            await RingAsync(desk, $"{by.Capitalised} does not answer: the call from place {place} rings at the front desk.");
        }

        if (!IsOver)
        {
            Leave(null, $"Nobody came for the call at place {place}.");
            _who.HangUp(Abandoned);
            conversation.NobodyComes(Abandoned);
        }
    }

    /// <summary>Someone takes it.</summary>
    /// <param name="taker">The leg of who takes it, in no call.</param>
    /// <returns>False when it is too late.</returns>
    public bool TryTake(Leg taker)
    {
        if (IsOver || taker.State == LegState.Ended)
        {
            return false;
        }

        taker.Answer();
        conversation.Call.Add(taker, $"Takes the call parked at place {place}.");
        Give(taker);
        return true;
    }

    private void Give(Leg taker)
    {
        Leave(taker.Party, $"{taker.Party.Capitalised} has the call that was parked at place {place}.");
        _who.Media.StopPlaying();
        conversation.Join(taker);
        conversation.NobodyComes(Cause.NoAnswer);
        if (conversation.Call.EndCause is null)
        {
            conversation.Call.Connected(taker.Party);
        }
    }

    private void Leave(Party? taker, string why)
    {
        _over.TrySetResult();
        if (conversation.Call.EndCause is null)
        {
            conversation.Call.Write(new CallUnparked(conversation.Call.Id, place, taker, why));
        }
    }

    // Another leg may take the place of the one that waits: a telephone on the network renews its call.
    private async Task FollowAsync()
    {
        while (true)
        {
            _ = _who.Media.PlayAsync(conversation.OpenHoldSound(), PlayMode.Instead, _who.Gone);
            await Task.WhenAny(_who.Ended, _over.Task);
            if (_over.Task.IsCompleted)
            {
                return;
            }

            if (IsOver || conversation.Present.FirstOrDefault(leg => leg.State == LegState.Connected) is not { } next)
            {
                // The call ends by that, unless the party has passed itself on to somebody who rings still.
                conversation.NobodyComes(await _who.Ended);
                Leave(null, $"The party at place {place} has gone.");
                return;
            }

            _who = next;
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        if (IsOver)
        {
            return;
        }

        var due = new TaskCompletionSource();
        using var limit = services.Loop.Schedule(time, () => due.TrySetResult());
        await Task.WhenAny(due.Task, _over.Task);
    }

    private async Task RingAsync(IReadOnlyList<string> phones, string why)
    {
        if (IsOver)
        {
            return;
        }

        conversation.Call.Note("parking", why);
        var ringing = new List<Leg>();
        foreach (var number in phones)
        {
            var phone = services.Stations.Phone(number);
            if (phone?.Offer(new Offer(Shown(), CallWaiting: true)) is { } leg)
            {
                conversation.Call.Add(leg, $"Rings phone {number} for the call at place {place}.");
                ringing.Add(leg);
            }
        }

        // Who cannot be rung now is given the same time to be free again.
        var winner = ringing.Count > 0 ? await FirstAnswerAsync(ringing) : null;
        if (ringing.Count == 0)
        {
            await WaitAsync(RingTime);
        }

        if (winner is { State: LegState.Connected } && !IsOver)
        {
            Give(winner);
        }
        else
        {
            winner?.HangUp(Cause.AnsweredElsewhere);
        }

        foreach (var leg in ringing.Where(leg => leg != winner))
        {
            leg.HangUp(winner is null && !IsOver ? Cause.NoAnswer : Cause.AnsweredElsewhere);
        }
    }

    private async Task<Leg?> FirstAnswerAsync(List<Leg> ringing)
    {
        var first = new TaskCompletionSource<Leg?>();
        var open = ringing.Count;
        using var limit = services.Loop.Schedule(RingTime, () => first.TrySetResult(null));
        foreach (var leg in ringing)
        {
            services.Loop.Watch(ReportAsync(leg));
        }

        services.Loop.Watch(StopAsync());
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

        async Task StopAsync()
        {
            await Task.WhenAny(_over.Task, first.Task);
            first.TrySetResult(null);
        }
    }

    private CallerIdentity Shown()
    {
        var caller = conversation.Call.Caller;
        return _who.Origin == LegOrigin.Party && conversation.Call.Direction == CallDirection.Inbound
            ? caller with { Name = $"Parked {place}: {caller.Shown}" }
            : new CallerIdentity(null, $"Parked {place}: {_who.Party}", "A call that was parked.");
    }
}

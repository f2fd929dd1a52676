using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxs;

/// <summary>The logic of a phone: (state, event) → (state, actions). Knows nothing of ports and sound.</summary>
/// <remarks>
/// <para>Flash, in a call: a call that waits is answered; of two calls, one of them waited, the other is taken; of two calls, one of them
/// dialled, a conference is made; else the call is put on hold for a second number. Outside a call flash takes back the one on hold.</para>
/// <para>Hanging up with two calls: joins them when the second was dialled; else ends the one heard and rings for the other.</para>
/// </remarks>
internal static class FxsMachine
{
    /// <summary>The next state.</summary>
    /// <param name="state">The present one.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="phone">How the phone is called in words: "Phone 101".</param>
    /// <param name="times">Its times.</param>
    public static FxsStep Step(FxsState state, FxsEvent happened, string phone, FxsTimings times) => happened switch
    {
        FxsEvent.PortFailed failed => OnPortFailed(state, failed.Words),
        FxsEvent.PortBack back => OnPortBack(state, back.OffHook, times),
        FxsEvent.Lifted => OnLifted(state, times),
        FxsEvent.HungUp => FxsHangUp.OnHungUp(state, phone, times),
        FxsEvent.Flash => FxsFlash.OnFlash(state, times),
        FxsEvent.PulsesBegan when state.Phase == FxsPhase.DialTone => state.With(new FxsAction.Silence()),
        FxsEvent.Digit digit when state.TakesDigits => FxsDialling.OnDigit(state, digit, times),
        FxsEvent.Offered offer => OnOffered(state, offer),
        FxsEvent.LegGone gone => FxsHangUp.OnLegGone(state, gone, times),
        FxsEvent.FarEndRings rings when rings.Leg == state.Active && state.Phase == FxsPhase.Talking =>
            state.With(new FxsAction.Ringback(rings.Leg)),
        FxsEvent.HookChecked check when state.Phase == FxsPhase.Settling => check.OffHook
            ? FxsHangUp.SayFarewell(state, times)
            : FxsHangUp.OnHungUp(state, phone, times),
        FxsEvent.Due => OnDue(state, phone, times),
        _ => state.With(),
    };

    private static FxsStep OnPortFailed(FxsState state, string words)
    {
        int?[] legs = [state.Active, state.Held, state.Waiting];
        return new FxsState(FxsPhase.OutOfOrder) { NextLeg = state.NextLeg }.With(
        [
            new FxsAction.StopRing(),
            new FxsAction.StopBeep(),
            new FxsAction.Stop(),
            new FxsAction.Rest(),
            new FxsAction.IgnoreHook(),
            .. legs.OfType<int>().Select(leg => new FxsAction.End(leg, new Cause(CauseCode.LineFault, words))),
            new FxsAction.Tell(PhoneStatus.OutOfOrder, words),
        ]);
    }

    private static FxsStep OnPortBack(FxsState state, bool offHook, FxsTimings times)
    {
        if (state.Phase != FxsPhase.OutOfOrder)
        {
            return state.With();
        }

        var step = offHook
            ? FxsDialling.GiveDialTone(state, times, "The card works again, and the handset is lifted.")
            : FxsHangUp.BecomeIdle(state, "The card works again; ready.");
        return step.After(new FxsAction.FeedBattery(), new FxsAction.ResumeHook());
    }

    private static FxsStep OnLifted(FxsState state, FxsTimings times) => state switch
    {
        { Phase: FxsPhase.Idle } => FxsDialling.GiveDialTone(state, times, "Lifted."),
        { Phase: FxsPhase.Ringing, Active: { } leg } => (state with { Phase = FxsPhase.Talking, RingsBack = false }).With(
            new FxsAction.StopRing(),
            new FxsAction.Stop(),
            new FxsAction.Connect(leg),
            state.RingsBack ? new FxsAction.Hold(leg, false) : new FxsAction.Answer(leg),
            new FxsAction.Tell(PhoneStatus.InCall, state.RingsBack ? "Took back the call on hold." : "Answered.")),
        _ => state.With(),
    };

    private static FxsStep OnOffered(FxsState state, FxsEvent.Offered offer) => state.Phase == FxsPhase.Idle
        ? (state with { Phase = FxsPhase.Ringing, Active = offer.Leg, NextLeg = offer.Leg + 1 }).With(
            new FxsAction.Ring(offer.Leg), new FxsAction.Tell(PhoneStatus.Ringing, $"Rings: {offer.Caller} calls."))
        : (state with { Waiting = offer.Leg, NextLeg = offer.Leg + 1 }).With(new FxsAction.Beep(state.Active!.Value));

    private static FxsStep OnDue(FxsState state, string phone, FxsTimings times) => state.Phase switch
    {
        FxsPhase.DialTone => FxsDialling.Reorder(state, times, "Off-hook without dialling."),
        FxsPhase.Dialling => FxsDialling.OnPause(state, times),
        FxsPhase.Disconnecting => (state with { Phase = FxsPhase.Settling }).With(
            new FxsAction.FeedBattery(), new FxsAction.Start(times.Settle)),
        FxsPhase.Settling => state.With(new FxsAction.CheckHook()),
        FxsPhase.Released => FxsDialling.GiveDialTone(state, times, "Still off-hook."),
        FxsPhase.Reorder => (state with { Phase = FxsPhase.Howler }).With(
            new FxsAction.Play(PhoneTone.Howler),
            new FxsAction.Start(times.Howler),
            new FxsAction.Tell(PhoneStatus.LeftOffHook, "Left off-hook: it sounds the howler and gets no calls until it is hung up.")),
        FxsPhase.Howler => (state with { Phase = FxsPhase.LeftOff }).With(new FxsAction.Silence(), new FxsAction.Stop()),
        FxsPhase.Ringing when state is { RingsBack: true, Active: { } held } =>
            FxsHangUp.BecomeIdle(state, "Nobody took the call on hold.").After(
                new FxsAction.StopRing(),
                new FxsAction.End(
                    held, new Cause(CauseCode.NoAnswer, $"{phone} had put the call on hold and did not answer as it rang back."))),
        _ => state.With(),
    };
}

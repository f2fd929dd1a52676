using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxs;

/// <summary>What the hook flash does.</summary>
internal static class FxsFlash
{
    public static FxsStep OnFlash(FxsState state, FxsTimings times) => state switch
    {
        { Phase: FxsPhase.Idle or FxsPhase.Ringing or FxsPhase.Disconnecting or FxsPhase.Settling } => state.With(),
        { Waiting: { } waiting } => AnswerWaiting(state, waiting),
        { Phase: FxsPhase.Talking, Active: { } active, Held: { } held, Second: SecondCall.Waited } => Swap(state, active, held),
        { Phase: FxsPhase.Talking, Active: { } active, Held: { } held } => Join(state, active, held),
        { Phase: FxsPhase.Talking, Active: { } active } => PutOnHold(state, active, times),
        { Held: { } held } => TakeBack(state, held),
        _ => FxsDialling.GiveDialTone(state, times, "Flashed for dial tone."),
    };

    private static FxsStep AnswerWaiting(FxsState state, int waiting)
    {
        var next = state with { Phase = FxsPhase.Talking, Active = waiting, Waiting = null };
        var answer = (next with
        {
            Held = state.Active,
            Second = state.Active is null ? SecondCall.None : SecondCall.Waited,
        }).With(
            new FxsAction.StopBeep(),
            new FxsAction.Stop(),
            new FxsAction.Connect(waiting),
            new FxsAction.Answer(waiting),
            new FxsAction.Tell(PhoneStatus.InCall, "Answered the call that waited."));
        return state.Active is { } first ? answer.After(new FxsAction.Hold(first, true)) : answer;
    }

    private static FxsStep Swap(FxsState state, int active, int held) => (state with { Active = held, Held = active }).With(
        new FxsAction.Hold(active, true), new FxsAction.Connect(held), new FxsAction.Hold(held, false));

    private static FxsStep Join(FxsState state, int active, int held) =>
        (state with { Active = held, Held = null, Second = SecondCall.None }).With(
            new FxsAction.Connect(held), new FxsAction.Hold(held, false), new FxsAction.Conference(held, active));

    private static FxsStep PutOnHold(FxsState state, int active, FxsTimings times) =>
        FxsDialling.GiveDialTone(state with { Held = active }, times, "Put the call on hold.").After(new FxsAction.Hold(active, true));

    private static FxsStep TakeBack(FxsState state, int held) =>
        (state with { Phase = FxsPhase.Talking, Active = held, Held = null, Second = SecondCall.None, Digits = "" }).With(
            new FxsAction.Stop(),
            new FxsAction.Connect(held),
            new FxsAction.Hold(held, false),
            new FxsAction.Tell(PhoneStatus.InCall, "Took back the call on hold."));
}

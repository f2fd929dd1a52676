using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxs;

/// <summary>Dial tone and digits.</summary>
internal static class FxsDialling
{
    /// <summary>Dial tone; with a party on hold or waiting it sounds different, and the phone counts as in a call.</summary>
    public static FxsStep GiveDialTone(FxsState state, FxsTimings times, string words)
    {
        var next = state with { Phase = FxsPhase.DialTone, Digits = "", Verdict = DialVerdict.Incomplete, Active = null };
        return next.With(
            new FxsAction.Play(state.Held is null ? PhoneTone.Dial : PhoneTone.DialRecall),
            new FxsAction.Start(times.FirstDigit),
            new FxsAction.Tell(next.Status, words));
    }

    public static FxsStep OnDigit(FxsState state, FxsEvent.Digit digit, FxsTimings times)
    {
        // '#' ends a number, where it is not part of one.
        if (digit is { Value: '#', Verdict: DialVerdict.Refused } && state.Verdict == DialVerdict.CompleteOrMore && state.Digits.Length > 0)
        {
            return Dial(state);
        }

        var next = state with { Phase = FxsPhase.Dialling, Digits = state.Digits + digit.Value, Verdict = digit.Verdict };
        return digit.Verdict switch
        {
            DialVerdict.Complete => Dial(next),
            DialVerdict.Refused => Reorder(next, times, $"Dialled {next.Digits}, which is no number that may be dialled."),
            DialVerdict.Incomplete or DialVerdict.CompleteOrMore when next.Digits.Length >= FxsTimings.MaxDigits =>
                Reorder(next, times, "Dialled more digits than any number has."),
            DialVerdict.CompleteOrMore => next.With(new FxsAction.Silence(), new FxsAction.Start(times.NumberEnds)),
            DialVerdict.Incomplete => next.With(new FxsAction.Silence(), new FxsAction.Start(times.NextDigit)),
        };
    }

    /// <summary>No digit for a while.</summary>
    public static FxsStep OnPause(FxsState state, FxsTimings times) => state.Verdict == DialVerdict.CompleteOrMore
        ? Dial(state)
        : Reorder(state, times, $"Dialled {state.Digits} and no more, which is no whole number.");

    public static FxsStep Reorder(FxsState state, FxsTimings times, string words)
    {
        var next = state with { Phase = FxsPhase.Reorder, Digits = "" };
        return next.With(
            new FxsAction.Play(PhoneTone.Congestion), new FxsAction.Start(times.Reorder), new FxsAction.Tell(next.Status, words));
    }

    private static FxsStep Dial(FxsState state)
    {
        var leg = state.NextLeg;
        var dialled = (state with
        {
            Phase = FxsPhase.Talking,
            Active = leg,
            NextLeg = leg + 1,
            Digits = "",
            Second = state.Held is null ? SecondCall.None : SecondCall.Dialled,
        }).With(
            new FxsAction.Silence(),
            new FxsAction.Stop(),
            new FxsAction.Dial(leg, state.Digits),
            new FxsAction.Tell(PhoneStatus.InCall, $"Dialled {state.Digits}."));
        return state.Waiting is null ? dialled : dialled.Then(new FxsAction.Beep(leg));
    }
}

using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxo;

/// <summary>The phases of a call out until its answer: dial tone, digits, waiting.</summary>
/// <remarks>
/// <para>
/// Without dial tone nothing is dialled, since the line may still hold an earlier call. Two cases are dialled blind after the wait, as long
/// as loop current flows: emergency numbers, and lines in Australia, whose rules allow it 2.7 s after seizure (AS/CA S002).
/// </para>
/// <para>
/// Most analog lines do not show the answer. On those, a call counts as answered when it is dialled, and the journal says so. A line whose
/// country shows the answer by polarity, or that has done so before, is waited for.
/// </para>
/// </remarks>
internal static class FxoDialling
{
    // The slowest digit is a 0 by pulses: ten of 100 ms and the pause after them.
    private static readonly TimeSpan DigitTakesAtMost = TimeSpan.FromSeconds(3);

    // A detector may tell of the first dial tone after the last digit is out already.
    private static readonly TimeSpan LateDialTone = TimeSpan.FromSeconds(2);

    public static FxoStep Begin(FxoState state, FxoEvent.Seize seize, TimeSpan now, FxoTimings times) =>
        (state with
        {
            Phase = FxoPhase.Seizing,
            OffHookAt = now,
            RingAtSeizure = false,
            Number = seize.Number,
            MayDialBlind = seize.MayDialBlind,
            DialStep = -1,
            RingbackHeard = false,
            RecallUntil = TimeSpan.Zero,
        }).With(
            new FxoAction.OffHook(),
            new FxoAction.Listen(Detectors.CallProgress),
            new FxoAction.Start(FxoTimer.Phase, times.DialTone),
            new FxoAction.Tell(LineStatus.InUse, seize.Number is null
                ? "Seized for a test; waiting for dial tone."
                : $"Seized to dial {seize.Number}; waiting for dial tone."));

    public static FxoStep Seizing(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Tone { Kind: ToneKind.Dial or ToneKind.Stutter or ToneKind.DialRecall } when state.Number is null => FxoTalking.End(
            state, times, new Cause(CauseCode.FlowEnded, "Dial tone was heard.")),
        FxoEvent.Tone { Kind: ToneKind.Dial or ToneKind.Stutter or ToneKind.DialRecall } => NextDialStep(state, now, times).After(
            new FxoAction.Tell(LineStatus.InUse, $"Dial tone heard; dialling {state.Number}.")),
        FxoEvent.Tone { Kind: ToneKind.Busy or ToneKind.Congestion or ToneKind.Unobtainable } => FxoTalking.End(
            state, times, new Cause(CauseCode.NoLine, "The exchange gave busy or congestion tone instead of dial tone.")),
        FxoEvent.Wire { Kind: LineEventKind.RingBegan } ring when ring.At <= state.OffHookAt + times.Glare =>
            (state with { RingAtSeizure = true }).With(new FxoAction.Start(FxoTimer.Phase, times.GlareSilence)),
        FxoEvent.Due { Timer: FxoTimer.Phase } when state.RingAtSeizure => TakeAsIncoming(state, now),
        FxoEvent.Due { Timer: FxoTimer.Phase, LoopCurrent: true } when state.MayDialBlind => NextDialStep(state, now, times).After(
            new FxoAction.Tell(
                LineStatus.InUse,
                $"No dial tone within {times.DialTone.TotalSeconds:0} s, but the line draws current; dialling {state.Number} blind.")),
        FxoEvent.Due { Timer: FxoTimer.Phase } due => FxoTalking.End(state, times, NoDialTone(due.LoopCurrent, times)),
        FxoEvent.Release => FxoTalking.Release(state, times),
        _ => state.With(),
    };

    public static FxoStep Dialling(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.DigitsSent when state.Number!.Steps[state.DialStep] is not null => NextDialStep(state, now, times),
        FxoEvent.Due { Timer: FxoTimer.Phase } when state.Number!.Steps[state.DialStep] is null => NextDialStep(state, now, times),
        FxoEvent.Due { Timer: FxoTimer.Phase } => FxoTalking.End(
            state, times, new Cause(CauseCode.LineFault, "The digits could not be sent on the line.")),
        FxoEvent.Tone { Kind: ToneKind.Busy or ToneKind.Congestion or ToneKind.Unobtainable } tone => FxoTalking.End(
            state, times, Rejected(tone.Kind)),
        FxoEvent.Release => FxoTalking.Release(state, times),
        _ => state.With(),
    };

    public static FxoStep Dialled(FxoState state, FxoEvent happened, TimeSpan now, FxoTimings times) => happened switch
    {
        FxoEvent.Tone { Kind: ToneKind.Ringback } => (state with { RingbackHeard = true }).With(
            new FxoAction.Start(FxoTimer.Phase, times.AnswerSign)),
        FxoEvent.ToneOver { Kind: ToneKind.Ringback } => (state with { RingbackHeard = false }).With(
            new FxoAction.Start(FxoTimer.Phase, times.RingbackOver)),
        FxoEvent.Due { Timer: FxoTimer.Phase } when state.RingbackHeard => state.With(
            new FxoAction.Start(FxoTimer.Phase, times.AnswerSign)),
        FxoEvent.Due { Timer: FxoTimer.Phase } => Answered(
            state, now, "The line has shown no answer, and no busy tone either: taken as answered."),
        FxoEvent.Tone { Kind: ToneKind.Busy or ToneKind.Congestion or ToneKind.Unobtainable } tone => FxoTalking.End(
            state, times, Rejected(tone.Kind)),
        FxoEvent.Tone { Kind: ToneKind.Dial } when now >= state.RecallUntil && now - state.DialledAt > LateDialTone => FxoTalking.End(
            state, times, new Cause(CauseCode.NoLine, "Dial tone came back: the exchange did not take the number.")),
        FxoEvent.Recall => FxoTalking.Recall(state, now, times),
        FxoEvent.Release => FxoTalking.Release(state, times),
        _ => state.With(),
    };

    /// <summary>The far end has surely answered, or nothing better will be known.</summary>
    public static FxoStep Answered(FxoState state, TimeSpan now, string words) =>
        (state with { Phase = FxoPhase.Talking, AnsweredAt = now }).With(
            new FxoAction.Stop(FxoTimer.Phase),
            new FxoAction.Listen(Detectors.CallProgress | Detectors.Dtmf),
            new FxoAction.Tell(LineStatus.InUse, words),
            new FxoAction.MarkAnswered());

    private static FxoStep NextDialStep(FxoState state, TimeSpan now, FxoTimings times)
    {
        var next = state with { Phase = FxoPhase.Dialling, DialStep = state.DialStep + 1 };
        if (next.DialStep == next.Number!.Steps.Length)
        {
            return NumberOut(next, now, times);
        }

        return next.Number.Steps[next.DialStep] is { } digits
            ? next.With(new FxoAction.Start(FxoTimer.Phase, TimeToSend(digits)), new FxoAction.SendDigits(digits))
            : next.With(new FxoAction.Start(FxoTimer.Phase, DialString.Pause));
    }

    private static FxoStep NumberOut(FxoState state, TimeSpan now, FxoTimings times)
    {
        var next = state with { Phase = FxoPhase.Dialled, DialledAt = now, AnsweredAt = now };
        return state.ShowsAnswer
            ? next.With(
                new FxoAction.Start(FxoTimer.Phase, times.AnswerSign),
                new FxoAction.Tell(LineStatus.InUse, $"Dialled {state.Number}; the line will show the answer."),
                new FxoAction.MarkAudible())
            : next.With(
                new FxoAction.Start(FxoTimer.Phase, times.AnswerAssumed),
                new FxoAction.Tell(
                    LineStatus.InUse,
                    $"Dialled {state.Number}; the line does not show the answer, so the call counts as answered from here."),
                new FxoAction.MarkAudible(),
                new FxoAction.MarkAnswered());
    }

    // The leg of the call out ends, and one of the caller begins, who is on the line already.
    private static FxoStep TakeAsIncoming(FxoState state, TimeSpan now) =>
        (state with { Phase = FxoPhase.Talking, Number = null, AnsweredAt = now }).With(
            new FxoAction.EndLeg(new Cause(CauseCode.NoLine, "A caller rang in the moment when the line was seized, and has it now.")),
            new FxoAction.Listen(Detectors.CallProgress | Detectors.Dtmf),
            new FxoAction.Tell(LineStatus.InUse, "A caller rang in the moment when the line was seized for a call out."),
            new FxoAction.Announce(CallerIdWords.Missing("the line was being seized for a call out as the caller rang")));

    private static TimeSpan TimeToSend(string digits) => TimeSpan.FromSeconds(2) + (digits.Length * DigitTakesAtMost);

    private static Cause NoDialTone(bool loopCurrent, FxoTimings times) => new(CauseCode.LineFault, loopCurrent
        ? $"No dial tone within {times.DialTone.TotalSeconds:0} s: the exchange may still hold an earlier call on the line."
        : $"No dial tone within {times.DialTone.TotalSeconds:0} s, and no current flows: the line is broken or unplugged.");

    private static Cause Rejected(ToneKind tone) => tone switch
    {
        ToneKind.Busy => new(CauseCode.Busy, "The number is busy: busy tone was heard."),
        ToneKind.Unobtainable => new(CauseCode.Refused, "The number cannot be reached: number-unobtainable tone was heard."),
        _ => new(CauseCode.NoLine, "The exchange has no free path to the number: congestion tone was heard."),
    };
}

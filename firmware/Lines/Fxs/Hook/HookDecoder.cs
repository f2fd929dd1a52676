namespace Switchhook.Lines.Fxs.Hook;

/// <summary>Makes signals of the loop's changes: (state, change, time) → (state, signals). Judges by the times of the wire.</summary>
internal static class HookDecoder
{
    /// <summary>The loop closed.</summary>
    public static HookStep Closed(HookState state, TimeSpan at, HookTimings times) => state.Phase switch
    {
        HookPhase.OnHook => Lifting(at, times),
        HookPhase.Broken => EndOfBreak(state, at, at - state.Since, times),
        HookPhase.Lifting or HookPhase.OffHook => new HookStep(state, [], null),
    };

    /// <summary>The loop opened.</summary>
    public static HookStep Opened(HookState state, TimeSpan at, HookTimings times) => state.Phase switch
    {
        HookPhase.Lifting => new HookStep(HookState.OnHook, [], null),
        HookPhase.OffHook => new HookStep(
            state with { Phase = HookPhase.Broken, Since = at }, [], at + times.FlashLongest + times.Slack),
        HookPhase.OnHook or HookPhase.Broken => new HookStep(state, [], null),
    };

    /// <summary>The time asked for has come.</summary>
    public static HookStep Due(HookState state) => state.Phase switch
    {
        HookPhase.Lifting => new HookStep(HookState.OffHook, [new HookSignal(HookSignalKind.Lifted)], null),
        HookPhase.Broken => new HookStep(HookState.OnHook, [new HookSignal(HookSignalKind.HungUp)], null),
        HookPhase.OffHook when state.Pulses > 0 => EndOfDigit(state),
        _ => new HookStep(state, [], null),
    };

    private static HookStep Lifting(TimeSpan at, HookTimings times) =>
        new(new HookState(HookPhase.Lifting, at, 0, default), [], at + times.Lift + times.Slack);

    private static HookStep EndOfBreak(HookState state, TimeSpan at, TimeSpan length, HookTimings times)
    {
        var closed = state with { Phase = HookPhase.OffHook, Since = at };
        if (length < times.Bounce)
        {
            return new HookStep(closed, [], WakeForDigit(closed, times));
        }

        if (length < times.PulseEnd || (state.Pulses > 0 && length <= times.RunningPulseEnd))
        {
            var counted = closed with { Pulses = state.Pulses + 1, LastPulse = at };
            return new HookStep(
                counted, state.Pulses == 0 ? [new HookSignal(HookSignalKind.PulsesBegan)] : [], WakeForDigit(counted, times));
        }

        var whole = closed with { Pulses = 0 };
        if (length > times.FlashLongest)
        {
            // Down and up again before the wait was over.
            var lifting = Lifting(at, times);
            return lifting with { Signals = [new HookSignal(HookSignalKind.HungUp)] };
        }

        return new HookStep(whole, length >= times.FlashShortest ? [new HookSignal(HookSignalKind.Flash)] : [], null);
    }

    private static HookStep EndOfDigit(HookState state)
    {
        var rest = state with { Pulses = 0 };

        // More than ten pulses are no digit: a dial that was held back, or a faulty one.
        return state.Pulses > 10
            ? new HookStep(rest, [], null)
            : new HookStep(rest, [new HookSignal(HookSignalKind.Digit, (char)('0' + (state.Pulses % 10)))], null);
    }

    private static TimeSpan? WakeForDigit(HookState state, HookTimings times) =>
        state.Pulses > 0 ? state.LastPulse + times.DigitEnd + times.Slack : null;
}

namespace Switchhook.Sip.Transactions.Machines;

/// <summary>All that a transaction's machine knows at one moment. Times are those of the control loop.</summary>
/// <param name="Phase">Where it is in its life.</param>
/// <param name="Reliable">A stream carries it: nothing is repeated, nothing waits for repeated messages.</param>
internal readonly record struct TransactionState(TransactionPhase Phase, bool Reliable)
{
    /// <summary>When something is to be sent that nobody asks for: timers A, E, G, and the 100.</summary>
    public TimeSpan? SendAt { get; init; }

    /// <summary>What passed between the last two sendings.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>When the phase ends by itself: timers B, D, F, H, I, J, K, L, M.</summary>
    public TimeSpan? EndAt { get; init; }

    /// <summary>When the machine wants <see cref="TransactionEvent.Due"/>.</summary>
    public TimeSpan? NextDue => SendAt is { } send && EndAt is { } end ? (send < end ? send : end) : SendAt ?? EndAt;

    /// <summary>Over.</summary>
    public TransactionState Terminated => new(TransactionPhase.Terminated, Reliable);

    /// <summary>The state with the actions that lead to it.</summary>
    public TransactionStep With(TransactionActions actions = TransactionActions.None) => new(this, actions);

    /// <summary>Another phase that lasts for a while; a while of 0 is over at once.</summary>
    public TransactionState Enter(TransactionPhase phase, TimeSpan now, TimeSpan lasts) =>
        lasts == TimeSpan.Zero ? Terminated : new TransactionState(phase, Reliable) { EndAt = now + lasts };

    /// <summary>The same with its next sending after an interval; never on a stream.</summary>
    public TransactionState SendAgain(TimeSpan now, TimeSpan interval) =>
        Reliable ? this with { SendAt = null } : this with { SendAt = now + interval, Interval = interval };

    /// <summary>The phase's end has come.</summary>
    public bool IsOver(TimeSpan now) => EndAt <= now;

    /// <summary>Something is to be sent by now.</summary>
    public bool MustSend(TimeSpan now) => SendAt <= now;
}

/// <summary>What a machine answers: the next state and what to do.</summary>
internal readonly record struct TransactionStep(TransactionState State, TransactionActions Actions);

namespace Switchhook.Hardware.Panel.Power;

/// <summary>
/// When a power-fail relay may move. Pure: what was, what is seen of the line and the time give what is now. A relay at rest connects the
/// line straight to a phone, one that is pulled connects it to the box.
/// </summary>
/// <param name="State">Where it stands.</param>
/// <param name="IdleSince">Since when the line is known to be idle, on a monotonic clock; null while it is not.</param>
public readonly record struct Bypass(BypassState State, TimeSpan? IdleSince)
{
    /// <summary>
    /// How long a line must be idle before the relay is pulled: longer than the longest pause between two rings (5 s), so that a call that
    /// rings at the phone is not taken for an idle line.
    /// </summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    /// <summary>Where a box begins, and goes back to when the relay could not be pulled: a call may be going on past it.</summary>
    public static Bypass Begin { get; } = new(BypassState.Waiting, null);

    /// <summary>True when the relay has to be pulled.</summary>
    public bool IsPulled => State is BypassState.Serving or BypassState.Leaving;

    /// <summary>A look at the line. There is no longest wait: a call that goes on past the box may take as long as it likes.</summary>
    /// <param name="use">What the line is used for.</param>
    /// <param name="boxIsOnLine">True while the box itself has taken the line.</param>
    /// <param name="now">Monotonic time.</param>
    public Bypass Look(LineUse use, bool boxIsOnLine, TimeSpan now) => State switch
    {
        BypassState.Waiting when use != LineUse.Idle => this with { IdleSince = null },
        BypassState.Waiting when IdleSince is null => this with { IdleSince = now },
        BypassState.Waiting when now - IdleSince >= IdleTime => new Bypass(BypassState.Serving, null),
        BypassState.Leaving when !boxIsOnLine => new Bypass(BypassState.Left, null),
        _ => this,
    };

    /// <summary>The box stops: the line goes back to the phone as soon as the box's own call on it has ended.</summary>
    public Bypass Leave() => State switch
    {
        BypassState.Waiting => new Bypass(BypassState.Left, null),
        BypassState.Serving => new Bypass(BypassState.Leaving, null),
        BypassState.Leaving or BypassState.Left => this,
        _ => throw new InvalidOperationException($"Unknown state {State}."),
    };
}

/// <summary>Where a power-fail relay stands.</summary>
public enum BypassState
{
    /// <summary>At rest: the line goes past the box until it is known to be idle.</summary>
    Waiting,

    /// <summary>Pulled: the box serves the line.</summary>
    Serving,

    /// <summary>Pulled: the box stops, and its last call on the line has not ended.</summary>
    Leaving,

    /// <summary>At rest: the box has left the line.</summary>
    Left,
}

namespace Switchhook.Acd.Figures.Agents;

/// <summary>How an agent, or a team, spent a stretch of time. States never overlap, so that no share is above 1.</summary>
/// <param name="Available">Ready for work.</param>
/// <param name="Ringing">Offered work, the telephone ringing.</param>
/// <param name="Talking">In a call.</param>
/// <param name="Holding">In a call that is on hold.</param>
/// <param name="WrapUp">Finishing after a call.</param>
/// <param name="Paused">Away from work.</param>
/// <param name="Unreachable">At work, at a telephone that cannot be rung.</param>
public sealed record AgentTime(
    TimeSpan Available,
    TimeSpan Ringing,
    TimeSpan Talking,
    TimeSpan Holding,
    TimeSpan WrapUp,
    TimeSpan Paused,
    TimeSpan Unreachable)
{
    /// <summary>No time at all.</summary>
    public static AgentTime None { get; } = new(
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Spent on calls: talk, hold, wrap-up and ringing.</summary>
    public TimeSpan Busy => Ringing + Talking + Holding + WrapUp;

    /// <summary>Logged in and not paused.</summary>
    public TimeSpan Working => Busy + Available + Unreachable;

    /// <summary>In any state but logged out.</summary>
    public TimeSpan LoggedIn => Working + Paused;

    /// <summary>The share of the working time that was spent on calls; null without working time.</summary>
    public double? Occupancy => Share(Busy, Working);

    /// <summary>The share of the time logged in that was spent on calls; null without it.</summary>
    public double? Utilisation => Share(Busy, LoggedIn);

    /// <summary>The share of the time logged in that was not paused; null without it.</summary>
    public double? Availability => Share(Working, LoggedIn);

    /// <summary>Both together.</summary>
    public AgentTime Plus(AgentTime other) => new(
        Available + other.Available,
        Ringing + other.Ringing,
        Talking + other.Talking,
        Holding + other.Holding,
        WrapUp + other.WrapUp,
        Paused + other.Paused,
        Unreachable + other.Unreachable);

    /// <summary>With more time in a state; time logged out counts for nothing.</summary>
    internal AgentTime Plus(AgentState state, TimeSpan time) => state switch
    {
        AgentState.LoggedOut => this,
        AgentState.Available => this with { Available = Available + time },
        AgentState.Ringing => this with { Ringing = Ringing + time },
        AgentState.Talking => this with { Talking = Talking + time },
        AgentState.Holding => this with { Holding = Holding + time },
        AgentState.WrapUp => this with { WrapUp = WrapUp + time },
        AgentState.Paused => this with { Paused = Paused + time },
        AgentState.Unreachable => this with { Unreachable = Unreachable + time },
    };

    private static double? Share(TimeSpan part, TimeSpan whole) => whole > TimeSpan.Zero ? part / whole : null;
}

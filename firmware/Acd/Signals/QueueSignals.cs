namespace Switchhook.Acd.Signals;

/// <summary>Tells what a queue is doing, and until when that holds if nothing happens. Pure.</summary>
public static class QueueSignals
{
    /// <summary>The signal of a queue.</summary>
    /// <param name="now">The queue.</param>
    /// <param name="target">The time in which callers are to be answered.</param>
    /// <param name="hasAlarm">True while an alarm of the queue is on.</param>
    public static QueueSignal Of(QueueMoment now, TimeSpan target, bool hasAlarm) =>
        hasAlarm ? QueueSignal.Alarm
        : IsDeserted(now) ? QueueSignal.NoAgents
        : now.LongestWait >= target ? QueueSignal.OverTarget
        : now.Waiting.Count > 0 ? QueueSignal.CallsWaiting
        : now.Agents.Contains(AgentState.Available) || now.IsNight ? QueueSignal.Idle
        : QueueSignal.Busy;

    /// <summary>When the signal will be another one by time alone; null when it will not.</summary>
    public static DateTimeOffset? NextChangeAt(QueueMoment now, TimeSpan target, bool hasAlarm) =>
        !hasAlarm && !IsDeserted(now) && now.LongestWait is { } wait && wait < target ? now.At + (target - wait) : null;

    // By night nobody is missed until a caller waits.
    private static bool IsDeserted(QueueMoment now) => !now.IsStaffed && (now.Waiting.Count > 0 || !now.IsNight);
}

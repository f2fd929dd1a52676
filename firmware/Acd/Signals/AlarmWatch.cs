namespace Switchhook.Acd.Signals;

/// <summary>The alarms of one queue: begins and ends each once, by <see cref="AlarmRules"/>. No clock of its own.</summary>
/// <param name="queue">Name of the queue.</param>
public sealed class AlarmWatch(string queue)
{
    private static readonly AlarmKind[] Kinds = Enum.GetValues<AlarmKind>();

    // Since when it is there while the alarm is off, or over while it is on.
    private readonly Dictionary<AlarmKind, DateTimeOffset> _since = [];
    private readonly SortedSet<AlarmKind> _on = [];

    /// <summary>True while an alarm is on.</summary>
    public bool HasAlarm => _on.Count > 0;

    /// <summary>When to look again if nothing happens; null when time alone changes nothing.</summary>
    public DateTimeOffset? NextLookAt { get; private set; }

    /// <summary>Looks at the queue, after each event and at <see cref="NextLookAt"/>.</summary>
    /// <param name="now">The queue.</param>
    /// <param name="limits">Its limits.</param>
    /// <returns>What begins and ends.</returns>
    public IReadOnlyList<AlarmChange> Look(QueueMoment now, AlarmLimits limits)
    {
        var changes = Kinds.Select(kind => Look(kind, now, limits)).OfType<AlarmChange>().ToList();
        NextLookAt = _since.Select(since => (DateTimeOffset?)(since.Value + DelayOf(since.Key)))
            .Append(AlarmRules.NextChangeAt(now, limits))
            .Min();
        return changes;
    }

    /// <summary>Ends all alarms: the queue is gone, or nobody watches it any more.</summary>
    public IReadOnlyList<AlarmChange> End()
    {
        var changes = _on.Select(kind => new AlarmChange(kind, false, $"Queue {queue}: it is not watched for this any more.")).ToList();
        _on.Clear();
        _since.Clear();
        NextLookAt = null;
        return changes;
    }

    private AlarmChange? Look(AlarmKind kind, QueueMoment now, AlarmLimits limits)
    {
        var isOn = _on.Contains(kind);
        var finding = AlarmRules.Finding(kind, now, limits, isOn);
        if (isOn == finding is not null)
        {
            _since.Remove(kind);
            return null;
        }

        // A clock that was set back must not keep an alarm for hours.
        var since = _since.TryGetValue(kind, out var first) && first <= now.At ? first : now.At;
        _since[kind] = since;
        if (now.At < since + DelayOf(kind))
        {
            return null;
        }

        _since.Remove(kind);
        return finding is null ? Ended(kind) : Begun(kind, finding);
    }

    private AlarmChange Begun(AlarmKind kind, string words)
    {
        _on.Add(kind);
        return new AlarmChange(kind, true, words);
    }

    private AlarmChange Ended(AlarmKind kind)
    {
        _on.Remove(kind);
        return new AlarmChange(kind, false, AlarmRules.Over(kind, queue));
    }

    private TimeSpan DelayOf(AlarmKind kind) => _on.Contains(kind) ? AlarmRules.Calm : AlarmRules.DelayOf(kind);
}

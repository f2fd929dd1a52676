namespace Switchhook.Hardware.Simulated.Handover;

/// <summary>The last things that happened, written by the media thread without strings and put into words when somebody reads.</summary>
internal sealed class ActivityLog
{
    private const int Capacity = 256;

    private readonly Entry[] _entries = new Entry[Capacity];
    private long _count;

    /// <summary>Writes an entry; the detail is a digit or a number, as the activity says.</summary>
    public void Add(TimeSpan at, Activity activity, int detail = 0)
    {
        _entries[_count % Capacity] = new Entry(at, activity, detail);
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>The last entries, oldest first; any thread.</summary>
    public SimulatedActivity[] Read()
    {
        var count = Volatile.Read(ref _count);
        var first = Math.Max(0, count - Capacity);
        var copy = new Entry[count - first];
        for (var i = first; i < count; i++)
        {
            copy[i - first] = _entries[i % Capacity];
        }

        // What was overwritten while it was copied, and the one that may be half written now, are left out.
        var lost = (int)Math.Clamp(Volatile.Read(ref _count) + 1 - Capacity - first, 0, copy.Length);
        return [.. copy.Skip(lost).Select(e => new SimulatedActivity(e.At, ActivityWords.Of(e.Activity, e.Detail)))];
    }

    private readonly record struct Entry(TimeSpan At, Activity Activity, int Detail);
}

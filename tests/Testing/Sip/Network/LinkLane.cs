namespace Switchhook.Testing.Sip.Network;

/// <summary>
/// One direction of a link for one kind of packet: decides when each packet goes on, if it does. Knows no socket and no clock.
/// </summary>
/// <param name="random">Where chance comes from.</param>
public sealed class LinkLane(Random random)
{
    private volatile LinkFaults _faults = LinkFaults.None;
    private int _came;
    private int _lost;
    private int _duplicated;
    private int _reordered;
    private TimeSpan _last = TimeSpan.MinValue;

    /// <summary>What the network does; may be set by any thread, and holds from the next packet on.</summary>
    public LinkFaults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>What happened so far.</summary>
    public LinkCounts Counts => new(
        Volatile.Read(ref _came), Volatile.Read(ref _lost), Volatile.Read(ref _duplicated), Volatile.Read(ref _reordered));

    /// <summary>Takes a packet.</summary>
    /// <param name="now">When it came.</param>
    /// <returns>When it goes on: never, once or twice.</returns>
    public IReadOnlyList<TimeSpan> Take(TimeSpan now)
    {
        var faults = Faults;
        _came++;
        if (faults.IsCut || (faults.LosesEach > 0 && _came % faults.LosesEach == 0) || IsChosen(faults.Loss))
        {
            _lost++;
            return [];
        }

        var due = now + faults.Delay + (faults.Jitter * random.NextDouble());
        if (IsChosen(faults.Reorders))
        {
            _reordered++;
            due += faults.Overtaken;
        }
        else
        {
            due = due > _last ? due : _last;
            _last = due;
        }

        if (!IsChosen(faults.Duplicates))
        {
            return [due];
        }

        _duplicated++;
        return [due, due];
    }

    // No number is drawn for a fault that is switched off, so that switching one on leaves the rest of a run as it was.
    private bool IsChosen(double share) => share > 0 && random.NextDouble() < share;
}

using System.Collections.Concurrent;

namespace Switchhook.Sip.Guard.Tables;

/// <summary>Who is banned, and who was lately. Looking costs no lock; changes are rare and have one.</summary>
internal sealed class BanBook(GuardOptions options)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<AddressKey, Entry> _entries = new();
    private int _count;

    /// <summary>Whether an address is banned.</summary>
    public bool Has(AddressKey address, TimeSpan now) =>
        Volatile.Read(ref _count) > 0 && _entries.TryGetValue(address, out var entry) && !entry.IsOver && now < entry.Ban.Until;

    /// <summary>Bans; null when it is banned already.</summary>
    public Ban? Add(AddressKey address, string why, TimeSpan now)
    {
        lock (_gate)
        {
            if (Has(address, now))
            {
                return null;
            }

            var times = _entries.TryGetValue(address, out var before) ? before.Ban.Times + 1 : 1;
            if (before is null && _entries.Count >= options.MaxBans)
            {
                MakeRoom_NeedsLock();
            }

            var ban = new Ban(address, why, now, now + LengthOf(times), times);
            Set_NeedsLock(new Entry(ban, IsOver: false));
            return ban;
        }
    }

    /// <summary>Ends a ban by hand, and forgets that it was. False: there was none.</summary>
    public bool Remove(AddressKey address, TimeSpan now)
    {
        lock (_gate)
        {
            var was = Has(address, now);
            _entries.TryRemove(address, out _);
            Volatile.Write(ref _count, _entries.Count);
            return was;
        }
    }

    /// <summary>Marks those that are over, and forgets those that are over for long.</summary>
    /// <returns>Those that are over since the last call.</returns>
    public IReadOnlyList<Ban> Tick(TimeSpan now)
    {
        if (Volatile.Read(ref _count) == 0)
        {
            return [];
        }

        lock (_gate)
        {
            var over = new List<Ban>();
            foreach (var (address, entry) in _entries)
            {
                if (now >= entry.Ban.Until + options.ForgottenAfter)
                {
                    _entries.TryRemove(address, out _);
                }
                else if (!entry.IsOver && now >= entry.Ban.Until)
                {
                    Set_NeedsLock(entry with { IsOver = true });
                    over.Add(entry.Ban);
                }
            }

            Volatile.Write(ref _count, _entries.Count);
            return over;
        }
    }

    /// <summary>Those that hold now, the youngest first.</summary>
    public IReadOnlyList<Ban> Snapshot(TimeSpan now)
    {
        var holding = _entries.Values.Where(entry => !entry.IsOver && now < entry.Ban.Until).Select(entry => entry.Ban);
        return [.. holding.OrderByDescending(ban => ban.Since)];
    }

    private TimeSpan LengthOf(int times)
    {
        var length = options.FirstBan;
        for (var i = 1; i < times && length < options.LongestBan; i++)
        {
            length *= 2;
        }

        return length < options.LongestBan ? length : options.LongestBan;
    }

    private void Set_NeedsLock(Entry entry)
    {
        _entries[entry.Ban.Address] = entry;
        Volatile.Write(ref _count, _entries.Count);
    }

    // A tenth at once: what one ban costs must not grow with how many there are.
    private void MakeRoom_NeedsLock()
    {
        var leastNeeded = _entries.OrderByDescending(item => item.Value.IsOver).ThenBy(item => item.Value.Ban.Until);
        foreach (var (address, _) in leastNeeded.Take(Math.Max(options.MaxBans / 10, 1)).ToList())
        {
            _entries.TryRemove(address, out _);
        }
    }

    private sealed record Entry(Ban Ban, bool IsOver);
}

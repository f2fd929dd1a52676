using System.Net;
using Switchhook.Sip.Guard.Tables;

namespace Switchhook.Sip.Guard;

/// <summary>
/// Keeps floods, scanners and guessers from costing much: each address has a rate, and one that offends too often is not heard for a while.
/// Any thread; time is given, on one clock that does not go back.
/// </summary>
/// <remarks>
/// A sender of datagrams can lie about its address. So who is trusted is never banned, or a liar could cut off a trunk; and whoever was
/// banned wrongly is heard again after minutes.
/// </remarks>
public sealed class AddressGuard
{
    private const int EventsPerMinute = 60;

    private readonly RateLimit _stranger;
    private readonly RateLimit _allStrangers;
    private readonly RateLimit _trusted;
    private readonly OffenceLimit[] _limits;
    private readonly AddressTable _addresses;
    private readonly TrustedAddresses _trust;
    private readonly BanBook _bans;
    private readonly EventBudget _budget = new(EventsPerMinute);
    private long _allFull;
    private long _unheard;

    /// <summary>A guard that knows nobody yet.</summary>
    public AddressGuard(GuardOptions options)
    {
        _stranger = new RateLimit(options.Stranger);
        _allStrangers = new RateLimit(options.AllStrangers);
        _trusted = new RateLimit(options.Trusted);
        _limits = [.. Enum.GetValues<Offence>().Select(offence => options.Limits[offence])];
        _addresses = new AddressTable(options.MaxAddresses);
        _trust = new TrustedAddresses(options.TrustedNetworks);
        _bans = new BanBook(options);
    }

    /// <summary>Raised for the journal, at most 60 times a minute, on the thread on which it happened.</summary>
    public event Action<GuardEvent>? Happened;

    /// <summary>Messages that were not heard.</summary>
    public long Unheard => Interlocked.Read(ref _unheard);

    /// <summary>Whether one more message of an address is heard; it is counted.</summary>
    public Admission Admit(AddressKey from, TimeSpan now)
    {
        var isTrusted = _trust.Has(from, now);
        if (!isTrusted && _bans.Has(from, now))
        {
            Interlocked.Increment(ref _unheard);
            return Admission.Banned;
        }

        if (IsWithinRate(from, isTrusted, now, out var isFlooding))
        {
            return Admission.Heard;
        }

        Interlocked.Increment(ref _unheard);
        if (isFlooding)
        {
            Ban(from, Offence.Flood, now);
        }

        return Admission.TooFast;
    }

    /// <summary>Whether an address is banned; nothing is counted. For what comes before any message, such as a connection.</summary>
    public bool IsBanned(AddressKey address, TimeSpan now) => _bans.Has(address, now) && !_trust.Has(address, now);

    /// <summary>An address offended.</summary>
    public void Report(AddressKey address, Offence offence, TimeSpan now)
    {
        if (_trust.Has(address, now))
        {
            return;
        }

        var set = _addresses.SetOf(address);
        bool isTooOften;
        lock (_addresses.GateOf(set))
        {
            isTooOften = Count_NeedsLock(ref _addresses.Find_NeedsLock(set, address, now.Ticks), offence, now.Ticks);
        }

        if (isTooOften)
        {
            Ban(address, offence, now);
        }
    }

    /// <summary>Trusts an address for a time, as a phone is registered from there or a trunk has it. A ban of it ends.</summary>
    public void Trust(IPAddress address, TimeSpan until, TimeSpan now)
    {
        var key = AddressKey.Of(address);
        _trust.Add(key, until);
        Unban(key, now, "it is trusted now");
    }

    /// <summary>Trusts it no more; it is a stranger like others.</summary>
    public void Distrust(IPAddress address) => _trust.Remove(AddressKey.Of(address));

    /// <summary>Ends a ban by hand; the next one is a first one. False: there was none.</summary>
    /// <param name="address">The address.</param>
    /// <param name="now">The time.</param>
    /// <param name="by">Who ends it, for the journal.</param>
    public bool Unban(IPAddress address, TimeSpan now, string by) => Unban(AddressKey.Of(address), now, $"{by} ended the ban");

    /// <summary>Bans that hold now, the youngest first.</summary>
    public IReadOnlyList<Ban> Bans(TimeSpan now) => _bans.Snapshot(now);

    /// <summary>Releases those whose time is over. Called about once a second.</summary>
    public void Tick(TimeSpan now)
    {
        _trust.Tick(now);
        foreach (var ban in _bans.Tick(now))
        {
            Tell(GuardEventKind.Released, ban.Address, $"{ban.Address} is heard again after {GuardWords.Of(ban.Until - ban.Since)}.", now);
        }

        if (_budget.TakeUntold(now) is var untold and > 0)
        {
            var words = $"{untold} more bans and releases in that minute were not written down.";
            Happened?.Invoke(new GuardEvent(GuardEventKind.Untold, "", words));
        }
    }

    private bool IsWithinRate(AddressKey from, bool isTrusted, TimeSpan now, out bool isFlooding)
    {
        isFlooding = false;
        var set = _addresses.SetOf(from);
        lock (_addresses.GateOf(set))
        {
            ref var entry = ref _addresses.Find_NeedsLock(set, from, now.Ticks);
            if (isTrusted)
            {
                return _trusted.Take(ref entry.Full, now.Ticks);
            }

            if (!_stranger.Take(ref entry.Full, now.Ticks))
            {
                isFlooding = Count_NeedsLock(ref entry, Offence.Flood, now.Ticks);
                return false;
            }
        }

        return _allStrangers.TakeShared(ref _allFull, now.Ticks);
    }

    // Each offence fades evenly, so that its limit is reached only by what comes faster than that.
    private bool Count_NeedsLock(ref AddressEntry entry, Offence offence, long now)
    {
        var passed = now - entry.Counted;
        entry.Counted = now;
        for (var i = 0; i < _limits.Length && passed > 0; i++)
        {
            entry.Offences[i] = Math.Max(0, entry.Offences[i] - (float)passed / _limits[i].Within.Ticks * _limits[i].Count);
        }

        ref var level = ref entry.Offences[(int)offence];
        level++;

        // A hair of what faded since the first one must not spare the last.
        if (level <= _limits[(int)offence].Count - 1)
        {
            return false;
        }

        level = 0;
        return true;
    }

    private void Ban(AddressKey address, Offence offence, TimeSpan now)
    {
        if (_bans.Add(address, GuardWords.Of(offence, _limits[(int)offence].Count), now) is { } ban)
        {
            var again = ban.Times > 1 ? $", {ban.Times} times now" : "";
            var length = GuardWords.Of(ban.Until - ban.Since);
            Tell(GuardEventKind.Banned, address, $"{address} is not heard for {length}{again}: {ban.Why}.", now);
        }
    }

    private bool Unban(AddressKey address, TimeSpan now, string why)
    {
        var was = _bans.Remove(address, now);
        if (was)
        {
            Tell(GuardEventKind.Released, address, $"{address} is heard again: {why}.", now);
        }

        return was;
    }

    private void Tell(GuardEventKind kind, AddressKey who, string words, TimeSpan now)
    {
        if (_budget.Take(now))
        {
            Happened?.Invoke(new GuardEvent(kind, who.ToString(), words));
        }
    }
}

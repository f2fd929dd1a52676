using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Dahdi.Ports;
using Switchhook.Hardware.Dahdi.Search;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi;

/// <summary>What the card's thread does: each <see cref="Step"/> follows a wait. Allocates nothing while nothing fails.</summary>
/// <remarks>
/// One channel is the clock: its block wakes the thread, and then all are read. It changes when it fails, falls silent, or has its buffers
/// emptied by the kernel, which shifts its blocks.
/// </remarks>
internal sealed class CardEngine : IDisposable
{
    /// <summary>How long the thread waits at most: without blocks it looks this often.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromMilliseconds(30);

    private static readonly TimeSpan FirstSearch = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(10);

    private readonly string _name;
    private readonly DahdiPort[] _ports;
    private readonly string[] _channelNames;
    private readonly ChannelSearch _search;
    private readonly IDahdiWait _wait;
    private readonly BlockSignal _signal;
    private readonly TimeProvider _time;
    private readonly Action<Action> _background;
    private SearchResult? _found;
    private DahdiPort? _clock;
    private TimeSpan _lastMoment;
    private TimeSpan _nextSearch;
    private TimeSpan _searchDelay = FirstSearch;
    private bool _searching;
    private bool _channelsChanged;
    private long _blocks;
    private volatile bool _disposed;

    /// <summary>An engine whose ports have no channels yet.</summary>
    /// <param name="name">Name of the card, for sentences.</param>
    /// <param name="ports">Ports in the order of the search.</param>
    /// <param name="search">Finds channels.</param>
    /// <param name="wait">What the thread waits with.</param>
    /// <param name="signal">Told of each block.</param>
    /// <param name="time">The monotonic clock.</param>
    /// <param name="background">Runs a search without holding up the thread.</param>
    public CardEngine(
        string name,
        IReadOnlyList<DahdiPort> ports,
        ChannelSearch search,
        IDahdiWait wait,
        BlockSignal signal,
        TimeProvider time,
        Action<Action> background)
    {
        _name = name;
        _ports = [.. ports];
        _channelNames = new string[_ports.Length];
        _search = search;
        _wait = wait;
        _signal = signal;
        _time = time;
        _background = background;
    }

    /// <summary>Blocks that have moved.</summary>
    public long Blocks => Volatile.Read(ref _blocks);

    /// <summary>Searches here and now, before the thread begins.</summary>
    public void Begin()
    {
        var now = _time.GetElapsedTime(0);
        _found = _search.Find([.. _ports.Select(port => port.Channel is null)]);
        _searching = true;
        Take(now);
    }

    /// <summary>Does all that is to be done after a wait.</summary>
    public void Step()
    {
        var now = _time.GetElapsedTime(0);
        Take(now);
        foreach (var port in _ports)
        {
            port.Act(now);
            if (port.Channel is { EventWaits: true })
            {
                port.TakeEvents();
            }
        }

        MoveBlocks(now);
        FindFaults(now);
        if (_channelsChanged)
        {
            ChooseClock();
        }

        SearchWhenDue(now);
    }

    /// <summary>Puts all ports on-hook and closes their channels.</summary>
    public void Dispose()
    {
        _disposed = true;
        foreach (var port in _ports)
        {
            port.Channel?.Hook(HookCommand.OnHook);
            port.Channel?.Dispose();
        }

        Interlocked.Exchange(ref _found, null)?.Discard();
    }

    private void MoveBlocks(TimeSpan now)
    {
        if (_clock is { Pump.IsAligned: false })
        {
            ChooseClock();
        }

        var moved = _clock is null ? 0 : Move(_clock, now);
        if (moved == 0 && now - _lastMoment < WaitLimit)
        {
            return;
        }

        _lastMoment = now;
        var late = moved == 0;
        foreach (var port in _ports)
        {
            if (!ReferenceEquals(port, _clock) && port.Channel is { } channel)
            {
                if (!late)
                {
                    port.Pump.Align(channel, now);
                }

                var blocks = Move(port, now);
                if (moved == 0 && blocks > 0)
                {
                    // The clock stands still and this one does not.
                    moved = blocks;
                    BeClock(port);
                }
            }

            port.Look(now);
        }

        Volatile.Write(ref _blocks, _blocks + moved);
        for (var i = 0; i < moved; i++)
        {
            _signal.Moved();
        }
    }

    private static int Move(DahdiPort port, TimeSpan now)
    {
        if (port.Channel is not { } channel)
        {
            return 0;
        }

        port.Check(port.Pump.Move(channel, now, out var blocks));
        if (blocks > 0 && port.Fault is not null && port.Trouble is null)
        {
            port.Recover();
        }

        return blocks;
    }

    private void FindFaults(TimeSpan now)
    {
        var allSilent = AllAreSilent(now);
        for (var i = 0; i < _ports.Length; i++)
        {
            var port = _ports[i];
            if (port.Channel is not { } channel)
            {
                continue;
            }

            if (port.Trouble == Outcome.Gone)
            {
                Fail(
                    port,
                    now,
                    $"The card {_name} is gone: it was unplugged, or its driver was unloaded. It is looked for every few seconds.");
            }
            else if (port.Trouble is not null)
            {
                Fail(port, now, $"{_channelNames[i]} fails (error {channel.Error}). It is tried again every few seconds.");
            }
            else if (port.Pump.IsSilent(now))
            {
                Fail(port, now, allSilent
                    ? $"The card {_name} stands still: its driver moves no sound. It is tried again every few seconds."
                    : $"{_channelNames[i]} stands still while others of the card {_name} work. It is tried again every few seconds.");
            }
        }
    }

    private bool AllAreSilent(TimeSpan now)
    {
        foreach (var port in _ports)
        {
            if (port.Channel is not null && !port.Pump.IsSilent(now))
            {
                return false;
            }
        }

        return true;
    }

    private void Fail(DahdiPort port, TimeSpan now, string sentence)
    {
        port.Fail(sentence);
        _channelsChanged = true;
        _searchDelay = FirstSearch;
        _nextSearch = now + FirstSearch;
    }

    private void ChooseClock() => BeClock(
        Array.Find(_ports, port => port.Channel is not null && port.Fault is null && port.Pump.IsAligned)
            ?? Array.Find(_ports, port => port.Channel is not null));

    private void BeClock(DahdiPort? port)
    {
        _clock = port;
        _channelsChanged = false;
        port?.Pump.BeClock();
        _wait.Watch([.. _ports.Select(one => one.Channel).OfType<IDahdiChannel>()], port?.Channel);
    }

    private void SearchWhenDue(TimeSpan now)
    {
        if (_searching || now < _nextSearch || Array.TrueForAll(_ports, port => port.Channel is not null))
        {
            return;
        }

        _searching = true;
        SearchFor([.. _ports.Select(port => port.Channel is null)]);
    }

    private void SearchFor(bool[] missing) => _background(() =>
    {
        Interlocked.Exchange(ref _found, _search.Find(missing))?.Discard();
        if (_disposed)
        {
            Interlocked.Exchange(ref _found, null)?.Discard();
        }
    });

    private void Take(TimeSpan now)
    {
        if (!_searching || Interlocked.Exchange(ref _found, null) is not { } found)
        {
            return;
        }

        var opened = false;
        for (var i = 0; i < _ports.Length; i++)
        {
            if (found.Channels[i] is { } channel)
            {
                _channelNames[i] = found.Names[i]!;
                _ports[i].Adopt(channel, now);
                opened = true;
            }
            else if (found.Problems[i] is { } problem)
            {
                _ports[i].Fail(problem);
            }
        }

        if (opened)
        {
            ChooseClock();
        }

        _searching = false;
        _nextSearch = now + _searchDelay;
        _searchDelay = opened ? FirstSearch : TimeSpan.FromTicks(Math.Min(_searchDelay.Ticks * 2, LongestSearch.Ticks));
    }
}

using System.Collections.Concurrent;
using Switchhook.Appliance.Hosting;
using Switchhook.Audio.Engine;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Guest.Lab;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux;
using Switchhook.Site;
using Switchhook.Testing.Fakes;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Guest.Calls;

/// <summary>The telephony of the box as the daemon runs it, on real cards with the clock of the first.</summary>
internal sealed class RealBox : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly ConcurrentQueue<Exception> _faults = new();
    private readonly ControlLoop _loop;
    private readonly CardSet _cards;
    private readonly TestNetwork _network;
    private readonly BoxCore _core;
    private readonly MediaClock _clock;

    /// <summary>Starts it.</summary>
    /// <param name="site">Whom it serves.</param>
    /// <param name="prompts">Its prompts.</param>
    /// <param name="cards">Its cards; the box owns them.</param>
    public RealBox(SiteModel site, PromptLibrary prompts, params ILineCard[] cards)
    {
        var time = TimeProvider.System;
        var inForce = new SiteInForce(site, CountryTable.Get(site.Country), prompts);
        _loop = new ControlLoop(time, _faults.Enqueue);
        _network = new TestNetwork(time, _loop.Post);
        _cards = new CardSet(cards);
        var outside = new BoxOutside(
            new IdSource(time, new Random(1)), _store, new NoRecorder(), _network.Outside, new FakeAlertSender());
        _core = new BoxCore(_loop, _cards, [], inForce, outside);
        _loop.Start();
        _loop.InvokeAsync(() => _core.Apply(inForce, "the scenario", "a site")).GetAwaiter().GetResult();
        _clock = new MediaClock(
            new CardBlockTicker(cards[0].Clock!, new AbsoluteBlockTicker(), time), _core.Tick, time, _faults.Enqueue);
        _clock.Start();
    }

    /// <summary>The journal in words.</summary>
    public string Story => string.Join('\n', _store.Events.Select(one => $"{one.At:HH:mm:ss.fff} {one.Entry.Words}"));

    /// <summary>Waits for an entry of the journal.</summary>
    public async Task<T> Tells<T>(double seconds, Func<T, bool>? which = null)
        where T : JournalEntry
    {
        T? Find() => Entries<T>().FirstOrDefault(which ?? (_ => true));
        try
        {
            await Check.Until(() => Find() is not null, seconds, $"the journal tells {typeof(T).Name}");
            return Find()!;
        }
        catch (ScenarioFailedException late)
        {
            throw new ScenarioFailedException($"{late.Message}\n{Story}");
        }
    }

    /// <summary>All entries of a kind so far.</summary>
    public IEnumerable<T> Entries<T>()
        where T : JournalEntry => _store.Events.Select(one => one.Entry).OfType<T>();

    /// <summary>No thread of the box met a fault of ours.</summary>
    public void IsWhole() => Check.That(_faults.IsEmpty, string.Join('\n', _faults));

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _clock.Dispose();
        _core.Dispose();
        _loop.Dispose();
        _cards.Dispose();
    }

    private sealed class MemoryStore : IJournalStore
    {
        private readonly ConcurrentQueue<JournalEvent> _events = new();

        public IEnumerable<JournalEvent> Events => _events;

        public long LastSeq => 0;

        public void Write(JournalEvent journalEvent) => _events.Enqueue(journalEvent);
    }
}

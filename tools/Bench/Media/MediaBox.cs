using Switchhook.Appliance.Hosting;
using Switchhook.Audio.Engine;
using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Linux;
using Switchhook.Hardware.Simulated;
using Switchhook.Recording;
using Switchhook.Storage;
using Switchhook.Storage.Journal;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Bench.Media;

/// <summary>The telephony of the box with its real clock, disk and threads, without the web.</summary>
internal sealed class MediaBox : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SetUpLimit = TimeSpan.FromSeconds(60);

    private readonly int _calls;
    private readonly TempFolder _folder = new();
    private readonly Stack<Action> _undo = new();
    private readonly CardSet _cards;
    private readonly ControlLoop _loop;
    private readonly BoxCore _core;
    private readonly SiteInForce _site;
    private long _allocatedByAudio;

    /// <summary>A box at rest.</summary>
    /// <param name="calls">Lines and phones.</param>
    /// <param name="onFault">Is told of faults of clock and loop.</param>
    public MediaBox(int calls, Action<Exception> onFault)
    {
        _calls = calls;
        var time = TimeProvider.System;
        var random = new Random(1);
        var site = MediaSite.Of(calls);
        var country = CountryTable.Get(site.Country);
        _site = new SiteInForce(site, country, PromptLibrary.Empty);
        var database = Keep(Database.Open(_folder.Path, time));
        var store = Keep(new JournalStore(database, time));
        store.Start();
        var recorder = Keep(new Recorder(_folder.Path, country.Law, time));
        _loop = new ControlLoop(time, onFault);
        _cards = new CardSet(
        [
            .. BoardCatalog.Delivered.ReadAll()[site.Board].Cards.Select(
                config => new SimulatedCard(SimulatedCardOptions.From(config), country, time, random)),
        ]);
        var ids = new IdSource(time, random);
        var network = Keep(new TestNetwork(time, _loop.Post));
        var outside = new BoxOutside(ids, store, new CallRecorder(_loop, recorder, ids), network.Outside, new FakeAlertSender());
        _core = new BoxCore(_loop, _cards, lamps: [], _site, outside);
        _loop.Start();
        _undo.Push(_loop.Dispose);
        _undo.Push(_cards.Dispose);
        _undo.Push(_core.Dispose);
        Clock = Keep(new MediaClock(new AbsoluteBlockTicker(), Tick, time, onFault));
    }

    /// <summary>The audio clock.</summary>
    public MediaClock Clock { get; }

    /// <summary>Bytes that the audio thread has allocated.</summary>
    public long AllocatedByAudio => Volatile.Read(ref _allocatedByAudio);

    /// <summary>Bytes of recordings on the disk.</summary>
    public long RecordedBytes =>
        new DirectoryInfo(_folder.File("recordings")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Calls in which two talk.</summary>
    public int Talking => _core.Live.Current.Calls.Values.Count(call => call is { AnsweredAt: not null, Recording: not null });

    /// <summary>Starts the clock, lets a caller ring on each line, lifts each phone; all of them talk without a pause.</summary>
    /// <exception cref="TimeoutException">Not all were connected in time.</exception>
    public async Task ConnectAllAsync(ReadOnlyMemory<short> caller, ReadOnlyMemory<short> answerer, CancellationToken cancel)
    {
        await _loop.InvokeAsync(() => _core.Apply(_site, "the bench", "Media bench"));
        Clock.Start();
        await UntilAsync(() => _core.Live.Current.Lines.Count == _calls, "All lines are ready", cancel);
        foreach (var line in _cards.ExchangeLines.Values.Take(_calls))
        {
            line.Ring(new SimulatedCaller { Number = "3125550142", Speech = caller, LoopSpeech = true });
        }

        await UntilAsync(
            () =>
            {
                foreach (var phone in _cards.Phones.Values.Where(phone => phone.IsRinging && !phone.IsOffHook))
                {
                    phone.Lift();
                    phone.Speak(answerer, loop: true);
                }

                return Talking == _calls;
            },
            "All calls are connected",
            cancel);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_undo.TryPop(out var undo))
        {
            undo();
        }

        _folder.Dispose();
    }

    private void Tick()
    {
        _core.Tick();
        Volatile.Write(ref _allocatedByAudio, GC.GetAllocatedBytesForCurrentThread());
    }

    private static async Task UntilAsync(Func<bool> condition, string what, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (!condition())
        {
            if (time.GetElapsedTime(begun) > SetUpLimit)
            {
                throw new TimeoutException($"{what}: not within {SetUpLimit.TotalSeconds} s.");
            }

            await Task.Delay(Poll, time, cancel);
        }
    }

    private T Keep<T>(T part)
        where T : IDisposable
    {
        _undo.Push(part.Dispose);
        return part;
    }
}

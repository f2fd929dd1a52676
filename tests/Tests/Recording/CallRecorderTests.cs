using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Testing;

namespace Switchhook.Tests.Recording;

public sealed class CallRecorderTests : IDisposable
{
    private readonly LoopDriver _driver = new();
    private readonly MemoryStore _store = new();
    private readonly FakeDisk _disk = new();
    private readonly Recorder _recorder;
    private readonly CallRecorder _calls;
    private readonly CallTable _table;

    public CallRecorderTests()
    {
        var ids = new IdSource(_driver.Time, new Random(1));
        _recorder = new Recorder(
            _disk, "data", CompandingLaw.ALaw, _driver.Time, new RecorderOptions { OwnThread = false, MostAtOnce = 1 });
        _calls = new CallRecorder(_driver.Loop, _recorder, ids);
        _table = new CallTable(ids, new CallJournal(_driver.Time, _store, new LiveBoard()));
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _driver.Dispose();
    }

    [Fact]
    public void A_leg_is_recorded_until_it_ends_and_the_row_gets_file_and_length()
    {
        var (call, leg) = Begin();
        _driver.Do(() => _calls.Record(call, leg));
        Talk(leg, 100);
        _driver.Do(() => call.End(Cause.HungUp("The caller")));
        _driver.Advance(TimeSpan.FromSeconds(1));

        var entries = _store.Events.Select(e => e.Entry).ToList();
        var started = Assert.Single(entries.OfType<RecordingStarted>());
        var ended = Assert.Single(entries.OfType<RecordingEnded>());
        Assert.Equal(started.Recording, ended.Recording);
        Assert.Equal(TimeSpan.FromSeconds(2), ended.Length);
        Assert.IsType<RecordingEnded>(entries[^1]);
        CallRecord? row = null;
        _store.Events.ForEach(e => row = CallProjection.Apply(row, e));
        Assert.Equal((started.File, TimeSpan.FromSeconds(2)), (row!.RecordingFile, row.RecordingLength));
        Assert.Equal(CauseCode.HungUp, row.Cause!.Code);
    }

    [Fact]
    public void A_leg_that_goes_into_another_call_stays_in_one_recording_of_the_first()
    {
        var (call, leg) = Begin();
        _driver.Do(() => _calls.Record(call, leg));
        Talk(leg, 50);
        var (other, otherLeg) = Begin();
        _driver.Do(() => other.Add(leg, "Transferred."));
        _driver.Do(() => _calls.Record(other, leg));
        Talk(leg, 50);
        _driver.Do(() => other.End(Cause.FarEnd));
        _driver.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(call.Id, Assert.Single(_store.Events.Select(e => e.Entry).OfType<RecordingStarted>()).Call);
        var ended = Assert.Single(_store.Events.Select(e => e.Entry).OfType<RecordingEnded>());
        Assert.Equal((call.Id, TimeSpan.FromSeconds(2)), (ended.Call, ended.Length));
        Assert.Equal(LegState.Ended, otherLeg.State);
    }

    [Fact]
    public void A_full_disk_is_told_in_the_journal_and_the_call_goes_on()
    {
        var (call, leg) = Begin();
        _disk.Capacity = 0;
        _driver.Do(() => _calls.Record(call, leg));
        Talk(leg, 50);
        var ended = Assert.Single(_store.Events.Select(e => e.Entry).OfType<RecordingEnded>());
        Assert.Contains("disk", ended.Why, StringComparison.Ordinal);
        Assert.Null(leg.Media.Tap);
        Assert.Equal(LegState.Connected, leg.State);
        Assert.Null(call.EndCause);
    }

    [Fact]
    public void A_recording_too_many_is_told_in_the_journal()
    {
        var (call, leg) = Begin();
        var (second, secondLeg) = Begin();
        _driver.Do(() => _calls.Record(call, leg));
        _driver.Do(() => _calls.Record(second, secondLeg));
        Assert.Contains(_store.Events, e => e.Entry is StepTaken { Step: "record" } step && step.Call == second.Id);
        Assert.Null(secondLeg.Media.Tap);
    }

    [Fact]
    public void A_leg_that_has_ended_is_not_recorded()
    {
        var (call, leg) = Begin();
        _driver.Do(() => call.End(Cause.FarEnd));
        _driver.Do(() => _calls.Record(call, leg));
        Assert.DoesNotContain(_store.Events, e => e.Entry is RecordingStarted);
        Assert.Equal(0, _recorder.Count);
    }

    private (Call Call, TestLeg Leg) Begin()
    {
        var leg = new TestLeg($"leg-{_store.Events.Count}");
        var call = _driver.Do(() =>
        {
            leg.Answer();
            return _table.Begin(CallDirection.Inbound, leg, new CallerIdentity("123", null, "By caller ID."), null);
        });
        return (call, leg);
    }

    private void Talk(TestLeg leg, int frames)
    {
        var frame = new short[160];
        for (var i = 0; i < frames; i++)
        {
            leg.Media.Tap?.Frame(frame, frame);
            _driver.Advance(TimeSpan.FromMilliseconds(20));
        }
    }

    private sealed class MemoryStore : IJournalStore
    {
        public List<JournalEvent> Events { get; } = [];

        public long LastSeq => 0;

        public void Write(JournalEvent journalEvent) => Events.Add(journalEvent);
    }

    private sealed class TestLeg(string id) : Leg(id, Party.Line("main-1"), LegOrigin.Party, new TestChannel())
    {
        protected override void AnswerParty()
        {
        }

        protected override void ReleaseParty(Cause cause)
        {
        }
    }

    private sealed class TestChannel : IMediaChannel
    {
        public event Action<Detection>? Detected
        {
            add { }
            remove { }
        }

        public string Name => "test";

        public Detectors Detectors { get; set; }

        public bool KeepsKeys { get; set; }

        public IAudioTap? Tap { get; set; }

        public void Connect(IAudioEndpoint? endpoint)
        {
        }

        public Task<bool> PlayAsync(IFrameSource source, PlayMode mode, CancellationToken cancel) => Task.FromResult(true);

        public void StopPlaying()
        {
        }

        public void Close()
        {
        }
    }
}

using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Lines;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Lines;

/// <summary>What lines and phones need around them: a loop under a manual clock, media without sound, a journal in memory.</summary>
internal sealed class LineBench : IJournalStore, IPhoneHost, IDisposable
{
    private readonly List<JournalEvent> _journal = [];

    /// <summary>With media without sound.</summary>
    public LineBench(Country country)
        : this(country, null)
    {
        Driver.MediaTick = Media.Tick;
    }

    /// <summary>With media of one's own.</summary>
    public LineBench(Country country, Func<LoopDriver, IMediaEngine>? media)
    {
        Driver = new LoopDriver();
        Services = new LineServices(
            country,
            Driver.Loop,
            media?.Invoke(Driver) ?? Media,
            new IdSource(Driver.Time, new Random(1)),
            new CallJournal(Driver.Time, this, new LiveBoard()));
    }

    public LoopDriver Driver { get; }

    public FakeMediaEngine Media { get; } = new();

    public LineServices Services { get; }

    /// <summary>What phones asked of the house: <c>dial 102</c>, <c>transfer</c>, <c>conference</c>.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The leg that a phone last asked something for.</summary>
    public Leg? AskedFor { get; private set; }

    /// <summary>The words of the journal since the last look.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            var taken = _journal.Select(entry => entry.Entry.Words).ToList();
            _journal.Clear();
            return taken;
        }
    }

    public long LastSeq => 0;

    public void Advance(double ms) => Driver.Advance(TimeSpan.FromMilliseconds(ms));

    public void Write(JournalEvent journalEvent) => _journal.Add(journalEvent);

    /// <summary>What the house says of messages.</summary>
    public bool MessagesWait { get; set; }

    public Prompt? NoticeAt(string phone) => null;

    public bool HasMessages(string phone) => MessagesWait;

    public DialVerdict Classify(string digits) => digits switch
    {
        ['1', _, _] => DialVerdict.Complete,
        ['1', ..] => DialVerdict.Incomplete,
        _ => DialVerdict.Refused,
    };

    public void Dial(Leg leg, string digits)
    {
        Asked.Add($"dial {digits}");
        AskedFor = leg;
    }

    public void Transfer(Leg held, Leg active)
    {
        Asked.Add("transfer");
        held.HangUp(new Cause(CauseCode.Transferred, "Transferred."));
        active.HangUp(new Cause(CauseCode.Transferred, "Transferred."));
    }

    public Task<Cause?> BlindTransferAsync(Leg leg, string digits) =>
        throw new NotSupportedException("An analog phone transfers by its hook.");

    public void Replace(Leg old, Leg fresh) => throw new NotSupportedException("An analog phone replaces no leg.");

    public bool TryPickUp(string ringing, Leg by) => throw new NotSupportedException("An analog phone picks nothing up by a lamp.");

    public void Conference(Leg held, Leg active)
    {
        Asked.Add("conference");
        active.HangUp(new Cause(CauseCode.Transferred, "Joined."));
    }

    public void Dispose() => Driver.Dispose();
}

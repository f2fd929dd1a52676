using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Recording.Disk;
using Switchhook.Site;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues.Messages;

/// <summary>A box with a queue in which key 2 leaves a message, and its recordings on disk.</summary>
internal sealed class SpokenBox : IDisposable
{
    /// <summary>What callers say: a tone that is no tone of a telephone.</summary>
    public const double Voice = 1200;

    private readonly TempFolder _folder;
    private readonly TempFolder? _own;
    private Recorder? _recorder;

    public SpokenBox(IDisk? disk = null, TempFolder? folder = null, Func<QueueConfig, QueueConfig>? change = null, bool isRecorded = false)
    {
        _folder = folder ?? (_own = new TempFolder());
        Queue = new QueueBox(
            queue =>
            {
                var one = queue with
                {
                    Keys = [new QueueKey('2', null) { Does = QueueKeyAction.Message }],
                    Callback = new CallbackConfig(TimeSpan.FromMinutes(1), "outside", TimeSpan.FromHours(2)),
                };
                return change?.Invoke(one) ?? one;
            },
            site => site with { Record = isRecorded ? RecordPolicy.All : RecordPolicy.None },
            (loop, ids) =>
            {
                var law = CountryTable.Get("US").Law;
                var options = new RecorderOptions { OwnThread = false };
                _recorder = disk is null
                    ? new Recorder(_folder.Path, law, loop.Time, options)
                    : new Recorder(disk, _folder.Path, law, loop.Time, options);
                return new CallRecorder(loop, _recorder, ids);
            });
    }

    public QueueBox Queue { get; }

    public TestBox Box => Queue.Box;

    public string Recordings => Path.Combine(_folder.Path, "recordings");

    /// <summary>The message as it stood last.</summary>
    public MessageOwed Owed => Box.Entries<MessageOwed>().Last();

    /// <summary>The files of the messages and calls that are recorded.</summary>
    public IReadOnlyList<string> Files =>
        Directory.Exists(Recordings) ? Directory.GetFiles(Recordings, "*.wav", SearchOption.AllDirectories) : [];

    public Visit VisitOf(string id) => Queue.Visits[id];

    /// <summary>Ana talks with the caller of line 1, so that others wait.</summary>
    public void Occupy()
    {
        Queue.LogIn(1);
        Queue.Call(1, "3125550111");
        Queue.Answer(1);
        Box.Advance(2);
    }

    /// <summary>Ana and her caller hang up.</summary>
    public void Release()
    {
        Box.Line(1).HangUp();
        Box.Advance(1);
        Box.Phone(1).HangUp();
    }

    /// <summary>The caller of a line presses the key, and speaks after the tone.</summary>
    public void Speak(int line, double seconds)
    {
        var before = Box.Entries<MessageOwed>().Count();
        Box.Line(line).PressKeys("2");
        Box.Until(() => Box.Entries<MessageOwed>().Count() > before, 8, "The message begins");
        Box.Line(line).Speak(Tone(Voice, seconds));
        Box.Advance(seconds);
    }

    /// <summary>The message is kept.</summary>
    public void AwaitKept() => Box.Until(() => Box.Entries<MessageOwed>().LastOrDefault()?.Length is not null, 8, "The message is kept");

    /// <summary>The part of the power of what a phone has heard in the last seconds that lies at the voice.</summary>
    public double VoiceHeard(int phone, double seconds) => QueueBox.SoundAt(Voice, Box.Phone(phone).Heard()[^(int)(8000 * seconds)..]);

    public void Dispose()
    {
        Queue.Dispose();
        _recorder?.Dispose();
        _own?.Dispose();
    }

    public static ReadOnlyMemory<short> Tone(double hertz, double seconds) => Enumerable.Range(0, (int)(seconds * 8000))
        .Select(n => (short)(8000 * Math.Sin(2 * Math.PI * hertz * n / 8000)))
        .ToArray();
}

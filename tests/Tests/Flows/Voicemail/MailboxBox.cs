using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Voicemail;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated;
using Switchhook.Recording;
using Switchhook.Recording.Disk;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Voicemail;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>A whole box whose lines lead into a mailbox of phone 101, with recordings on disk.</summary>
internal sealed class MailboxBox : IDisposable
{
    /// <summary>What callers say: a tone that is no tone of a telephone.</summary>
    public const double Voice = 1200;

    /// <summary>Name of the mailbox.</summary>
    public const string Name = "front-desk";

    private readonly TempFolder _folder;
    private readonly TempFolder? _own;
    private Recorder? _recorder;

    public MailboxBox(
        Func<VoicemailConfig, VoicemailConfig>? change = null,
        Func<SiteModel, SiteModel>? site = null,
        TempFolder? folder = null,
        IDisk? disk = null,
        IPromptKeeper? prompts = null)
    {
        _folder = folder ?? (_own = new TempFolder());
        var box = new VoicemailConfig(Name, "Front desk") { Phones = ["101"] };
        var clinic = Sites.Clinic();
        var model = clinic with
        {
            Voicemail = clinic.Voicemail.Add(Name, change?.Invoke(box) ?? box),
            Flows = clinic.Flows.SetItem("day", new FlowConfig("day", [new FlowStep.Voicemail(Name), new FlowStep.HangUp()])),
        };
        model = site?.Invoke(model) ?? model;
        var law = CountryTable.Get("US").Law;
        Box = new TestBox(model, Spoken(model), (loop, ids) =>
        {
            var options = new RecorderOptions { OwnThread = false };
            _recorder = disk is null
                ? new Recorder(_folder.Path, law, loop.Time, options)
                : new Recorder(disk, _folder.Path, law, loop.Time, options);
            return new CallRecorder(loop, _recorder, ids);
        }, promptKeeper: prompts);
    }

    public TestBox Box { get; }

    public VoicemailDesk Desk => Box.Core.Switchboard.Voicemail;

    /// <summary>What can be heard now.</summary>
    public IReadOnlyList<VoicemailMessage> Messages => Desk.Current.Of(Name);

    /// <summary>True when the flow of the last caller has gone on after the mailbox.</summary>
    public bool HasGoneOn => Box.Entries<CallEnded>().LastOrDefault() is { Cause.Code: CauseCode.FlowEnded };

    /// <summary>The files of messages and greetings.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(Path.Combine(_folder.Path, "recordings"))
        ? Directory.GetFiles(Path.Combine(_folder.Path, "recordings"), "*.wav", SearchOption.AllDirectories)
        : [];

    /// <summary>A caller rings, and the box waits for a message.</summary>
    public void Call(int line, string? number = "3125550142")
    {
        var before = Box.Entries<VoicemailLeft>().Count();
        Box.Line(line).Ring(new SimulatedCaller { Number = number });
        Box.Until(() => Box.Entries<VoicemailLeft>().Count() > before, 20, "The message begins");
    }

    /// <summary>The caller speaks.</summary>
    public void Speak(int line, double seconds)
    {
        Box.Line(line).Speak(Tone(Voice, seconds));
        Box.Advance(seconds);
    }

    /// <summary>A caller leaves a message and hangs up.</summary>
    public VoicemailMessage Leave(int line, double seconds = 4, string? number = "3125550142")
    {
        var before = Messages.Count;
        Call(line, number);
        Speak(line, seconds);
        Box.Line(line).HangUp();
        Box.Until(() => Messages.Count > before, 20, "The message is kept");
        Box.Advance(3);
        return Messages[^1];
    }

    /// <summary>A phone is lifted and dials.</summary>
    public void Dial(int phone, string digits)
    {
        Box.Phone(phone).Lift();
        Box.Until(() => StatusOf(phone) == PhoneStatus.OffHook, 5, $"Phone {phone} is lifted");
        Box.Phone(phone).Dial(digits);
        Box.Until(() => StatusOf(phone) == PhoneStatus.InCall, 8, $"Phone {phone} is in a call");
    }

    /// <summary>A phone presses keys, and the box does what they say.</summary>
    public void Press(int phone, string keys, double seconds = 3)
    {
        Box.Phone(phone).Dial(keys);
        Box.Advance(seconds);
    }

    public void HangUp(int phone)
    {
        Box.Phone(phone).HangUp();
        Box.Until(() => StatusOf(phone) is PhoneStatus.Idle, 5, $"Phone {phone} is hung up");
    }

    public PhoneStatus? StatusOf(int phone) => Box.Core.Live.Current.Phones.GetValueOrDefault($"{100 + phone}")?.Status;

    /// <summary>The part of the power of what a phone has heard in the last seconds that lies at the voice.</summary>
    public double VoiceHeard(int phone, double seconds) => QueueBox.SoundAt(Voice, Box.Phone(phone).Heard()[^(int)(8000 * seconds)..]);

    public void Dispose()
    {
        Box.Dispose();
        _recorder?.Dispose();
        _own?.Dispose();
    }

    public static short[] Tone(double hertz, double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * 8000)).Select(n => (short)(8000 * Math.Sin(2 * Math.PI * hertz * n / 8000)))];

    /// <summary>All sentences of the box, each a tenth of a second of a tone, and a prompt.</summary>
    private static PromptLibrary Spoken(SiteModel site) => PromptLibrary.Empty with
    {
        Prompts = PromptLibrary.Empty.Prompts.Add("hello", new Prompt("hello", Tone(700, 1))),
        Announcements = new Announcements(
            Phrase.NeededBy(site).ToImmutableDictionary(phrase => phrase, _ => (ReadOnlyMemory<short>)Tone(1500, 0.1)),
            _ => "it is not there"),
    };
}

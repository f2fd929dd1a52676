using System.Globalization;
using Switchhook.Acd;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Voicemail;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Steps;

namespace Switchhook.Tests.ExampleSites;

/// <summary>A whole box with an example site, callers on its lines, and agents at its phones.</summary>
internal sealed class ExampleBox : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpokenTones _tones;
    private Recorder? _recorder;

    /// <param name="name">The example.</param>
    /// <param name="clock">Day and time there, such as <c>2026-11-24T10:00</c>.</param>
    public ExampleBox(string name, string clock)
    {
        var site = ExampleSite.Model(name);
        var local = DateTime.ParseExact(clock, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        _tones = new SpokenTones(site);
        Flow = new FlowBox(site, _tones.Library, prompts => new TestBox(
            site,
            prompts,
            (loop, ids) =>
            {
                var law = CountryTable.Get(site.Country).Law;
                _recorder = new Recorder(_folder.Path, law, loop.Time, new RecorderOptions { OwnThread = false });
                return new CallRecorder(loop, _recorder, ids);
            },
            start: new DateTimeOffset(local, site.TimeZone.GetUtcOffset(local)),
            lookUps: ExampleSite.Tables(name)));
    }

    public FlowBox Flow { get; }

    public TestBox Box => Flow.Box;

    public IReadOnlyList<string> Told => Flow.Told;

    /// <summary>The values that were said.</summary>
    public IReadOnlyList<string> Values => _tones.Values;

    /// <summary>What the caller on a line has heard; see <see cref="SpokenTones.NamesIn"/>.</summary>
    public IReadOnlyList<string> Heard(int line = 1) => _tones.NamesIn(Box.Line(line).Heard());

    public IReadOnlyList<VoicemailMessage> Messages(string mailbox) => Box.Core.Switchboard.Voicemail.Current.Of(mailbox);

    public void Dispose()
    {
        Box.Dispose();
        _recorder?.Dispose();
        _folder.Dispose();
    }

    /// <summary>A caller rings, and answers the questions one after the other.</summary>
    public void Call(string? number, IReadOnlyList<string?> answers, int line = 1)
    {
        Flow.Call(number, line);
        Flow.Answer(answers, line);
    }

    /// <summary>An agent logs in at a phone, from 1.</summary>
    public void LogIn(int phone, string code)
    {
        Box.Phone(phone).Lift();
        Box.Advance(1.5);
        Box.Phone(phone).Dial($"*41{code}");
        Box.Advance(3);
        Box.Phone(phone).HangUp();
        var agent = Flow.Site.Model.Agents.Values.Single(one => one.Code == code).Name;
        Box.Until(() => Box.Core.Queues.Engine.Agent(agent)?.State is not (null or AgentState.LoggedOut), 5, $"{agent} is logged in");
    }

    /// <summary>Waits until the caller waits in a queue.</summary>
    public QueueEntered Waits(string queue, int line = 1)
    {
        bool Is(QueueEntered entered) => entered.Queue == queue && entered.Line == $"{line}";
        Box.Until(() => Box.Entries<QueueEntered>().Any(Is), 60, $"The caller on line {line} waits in {queue}");
        return Box.Entries<QueueEntered>().Last(Is);
    }

    /// <summary>A phone rings and is lifted, and it talks with the caller.</summary>
    public void Lifted(int phone)
    {
        Box.Until(() => Box.Phone(phone).IsRinging, 60, $"Phone {phone} rings");
        var before = Box.Entries<CallConnected>().Count() + Box.Entries<QueueJoined>().Count();
        Box.Phone(phone).Lift();
        Box.Until(
            () => Box.Entries<CallConnected>().Count() + Box.Entries<QueueJoined>().Count() > before, 5, $"Phone {phone} has the caller");
    }

    /// <summary>The caller comes to a mailbox, speaks for some seconds, and hangs up.</summary>
    public void LeavesMessage(string mailbox, int line = 1)
    {
        Box.Until(() => Box.Entries<VoicemailLeft>().Any(), 60, "The message begins");
        Box.Line(line).Speak(Enumerable.Range(0, 32_000).Select(n => (short)(8000 * Math.Sin(n * 0.94))).ToArray());
        Box.Advance(4);
        Box.Line(line).HangUp();
        Box.Until(() => Messages(mailbox).Count > 0, 20, "The message is kept");
    }
}

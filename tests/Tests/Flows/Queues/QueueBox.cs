using System.Collections.Immutable;
using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Queues.Board;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>
/// A whole box whose lines lead to a queue: three agents, who work at the phones 101 to 103 once they have logged in there.
/// </summary>
internal sealed class QueueBox : IDisposable
{
    private static readonly string[] Codes = ["11", "12", "13"];

    public QueueBox(
        Func<QueueConfig, QueueConfig>? change = null,
        Func<SiteModel, SiteModel>? site = null,
        Func<ControlLoop, IdSource, ICallRecorder>? recorder = null)
    {
        var queue = new QueueConfig("desk", [new("ana", TimeSpan.Zero), new("bo", TimeSpan.Zero), new("chen", TimeSpan.Zero)])
        {
            Strategy = QueueStrategy.InOrder,
            WrapUp = TimeSpan.FromSeconds(10),
        };
        var model = Sites.Clinic() with
        {
            Agents = By([new("ana", "Ana", "11"), new("bo", "Bo", "12"), new AgentConfig("chen", "Chen", "13") { IsSupervisor = true }],
                (AgentConfig agent) => agent.Name),
            Queues = By([change?.Invoke(queue) ?? queue], (QueueConfig one) => one.Name),
            PauseReasons = ImmutableSortedDictionary<string, string>.Empty.Add("1", "lunch"),
            Flows = By(
                [
                    new("day", [new FlowStep.Enqueue("desk", TimeSpan.Zero, [], null, TimeSpan.Zero), new FlowStep.HangUp()]),
                    new FlowConfig("elsewhere", [new FlowStep.Ring("office"), new FlowStep.HangUp()]),
                ],
                (FlowConfig flow) => flow.Name),
            Groups = By(
                [new HuntGroupConfig("office", ["104"], HuntStrategy.RingAll, TimeSpan.FromSeconds(15), 1, TimeSpan.FromSeconds(5))],
                (HuntGroupConfig group) => group.Name),
        };
        model = site?.Invoke(model) ?? model;
        Box = new TestBox(model, Spoken(model), recorder);
    }

    public TestBox Box { get; }

    public void Dispose() => Box.Dispose();

    /// <summary>All visits, as the store would make them of the journal.</summary>
    public IReadOnlyDictionary<string, Visit> Visits
    {
        get
        {
            var visits = new Dictionary<string, Visit>(StringComparer.Ordinal);
            foreach (var one in Box.Journal)
            {
                var ids = one.Entry is not CallEntry entry ? []
                    : VisitProjection.VisitOf(entry) is { } id ? [id]
                    : VisitProjection.IsAboutAll(entry) ? visits.Keys.Where(key => visits[key].Call == entry.Call.Value).ToArray()
                    : Array.Empty<string>();
                foreach (var visit in ids)
                {
                    if (VisitProjection.Apply(visits.GetValueOrDefault(visit), one) is { } next)
                    {
                        visits[visit] = next;
                    }
                }
            }

            return visits;
        }
    }

    public AgentState StateOf(string agent) => Box.Core.Queues.Engine.Agent(agent)!.State;

    /// <summary>Dials a code at a phone, hears the answer, hangs up.</summary>
    public void Dial(int phone, string code)
    {
        Box.Phone(phone).Lift();
        Box.Until(() => StatusOf(phone) == PhoneStatus.OffHook, 5, $"Phone {phone} is lifted");
        Box.Phone(phone).Dial(code);
        Box.Advance(3);
        Box.Phone(phone).HangUp();
        Box.Until(() => StatusOf(phone) is PhoneStatus.Idle or PhoneStatus.Ringing, 5, $"Phone {phone} is hung up");
    }

    /// <summary>Agents log in at their phones: ana at 1, bo at 2, chen at 3.</summary>
    public void LogIn(int agents)
    {
        for (var phone = 1; phone <= agents; phone++)
        {
            Dial(phone, $"*41{Codes[phone - 1]}");
        }
    }

    /// <summary>A caller rings and waits in the queue.</summary>
    public void Call(int line, string number = "3125550142")
    {
        var before = Box.Entries<QueueEntered>().Count();
        Box.Line(line).Ring(new SimulatedCaller { Number = number });
        Box.Until(() => Box.Entries<QueueEntered>().Count() > before, 15, "The caller comes to the queue");
    }

    /// <summary>The phone rings, is lifted, and agent and caller talk.</summary>
    public void Answer(int phone)
    {
        var before = Box.Entries<QueueJoined>().Count();
        Box.Until(() => Box.Phone(phone).IsRinging, 40, $"Phone {phone} rings");
        Box.Phone(phone).Lift();
        Box.Until(() => Box.Entries<QueueJoined>().Count() > before, 3, "Agent and caller are joined");
    }

    public PhoneStatus? StatusOf(int phone) => Box.Core.Live.Current.Phones.GetValueOrDefault($"{100 + phone}")?.Status;

    /// <summary>The part of the power that lies at one frequency.</summary>
    public static double SoundAt(double hertz, short[] samples)
    {
        var (real, imaginary, power) = (0.0, 0.0, 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            real += samples[n] * Math.Cos(2 * Math.PI * hertz * n / 8000);
            imaginary += samples[n] * Math.Sin(2 * Math.PI * hertz * n / 8000);
            power += (double)samples[n] * samples[n];
        }

        return power == 0 ? 0 : 2 * ((real * real) + (imaginary * imaginary)) / (samples.Length * power);
    }

    /// <summary>All sentences of the box, each half a second of a tone, and ten seconds of music.</summary>
    private static PromptLibrary Spoken(SiteModel site)
    {
        var sentence = Tone(1500, 4000);
        var spoken = Phrase.NeededBy(site).ToImmutableDictionary(phrase => phrase, _ => sentence);
        return PromptLibrary.Empty with
        {
            Prompts = PromptLibrary.Empty.Prompts.Add("calm", new Prompt("calm", Tone(800, 80_000))),
            Announcements = new Announcements(spoken, _ => "it is not there"),
        };
    }

    private static ReadOnlyMemory<short> Tone(double hertz, int samples) =>
        Enumerable.Range(0, samples).Select(n => (short)(8000 * Math.Sin(2 * Math.PI * hertz * n / 8000))).ToArray();

    private static ImmutableSortedDictionary<string, T> By<T>(IEnumerable<T> things, Func<T, string> name) =>
        things.ToImmutableSortedDictionary(name, thing => thing, StringComparer.Ordinal);
}

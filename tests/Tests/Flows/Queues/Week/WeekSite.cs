using System.Collections.Immutable;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>
/// A clinic of six agents and three queues that share them: nine lines, phones 101 to 105 for agents and 106 for the reception; the sixth
/// agent answers at a number outside.
/// </summary>
internal static class WeekSite
{
    public const string OutsideNumber = "3125550177";

    public const string OutsideAgent = "fay";

    public const string Skill = "pharmacy";

    /// <summary>All of the clinic's lines go out too, the last first.</summary>
    private const string AllLines = "outside";

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    /// <summary>The lines by the queue that callers on them come to.</summary>
    public static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> LinesOf = ImmutableSortedDictionary
        .Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
        .Add("appointments", ["main-1", "main-2", "main-3", "main-4", "main-5"])
        .Add("prescriptions", ["main-6", "main-7"])
        .Add("billing", ["main-8", "main-9"]);

    public static SiteModel Make()
    {
        var lines = LinesOf.SelectMany(queue => queue.Value.Select(line => (Line: line, Flow: queue.Key))).ToList();
        return Sites.Clinic() with
        {
            TimeZone = Zone,
            Lines = By(lines.Select(line => LineOf(line.Line, line.Flow)), line => line.Name),
            Phones = By(
                Enumerable.Range(1, 6).Select(n => new PhoneConfig($"{100 + n}", $"fxs{n}", $"Phone {n}", null, CallWaiting: false)),
                phone => phone.Number),
            Groups = By(
                [new HuntGroupConfig("reception", ["106"], HuntStrategy.InOrder, TimeSpan.FromSeconds(20), 2, TimeSpan.FromSeconds(5))],
                group => group.Name),
            LineGroups = By(
                [new LineGroupConfig(AllLines, [.. lines.Select(line => line.Line)], LineOrder.Descending)], group => group.Name),
            Outbound = [new OutboundRule("9", [""], 7, 15, AllLines)],
            Flows = By(
                [
                    .. LinesOf.Keys.Select(queue => new FlowConfig(
                        queue, [new FlowStep.Enqueue(queue, TimeSpan.Zero, [], null, TimeSpan.Zero), new FlowStep.HangUp()])),
                    new FlowConfig("reception", [new FlowStep.Ring("reception"), new FlowStep.HangUp()]),
                ],
                flow => flow.Name),
            Agents = By(Agents(), agent => agent.Name),
            PauseReasons = ImmutableSortedDictionary<string, string>.Empty.Add("1", "lunch").Add("2", "break"),
            Queues = By([Appointments(), Prescriptions(), Billing()], queue => queue.Name),
        };
    }

    private static LineConfig LineOf(string name, string flow) =>
        new(name, $"fxo{name["main-".Length..]}", $"+131255501{name["main-".Length..]:00}", flow, PulseDialling: false);

    private static AgentConfig[] Agents() =>
    [
        new("ana", "Ana", "11"),
        new("bo", "Bo", "12"),
        new AgentConfig("chen", "Chen", "13") { IsSupervisor = true, Skills = [new AgentSkill(Skill, 2)] },
        new AgentConfig("dee", "Dee", "14") { Skills = [new AgentSkill(Skill, 1)] },
        new AgentConfig("eli", "Eli", "15") { Skills = [new AgentSkill(Skill, 1)] },
        new AgentConfig(OutsideAgent, "Fay", "16")
        {
            Skills = [new AgentSkill(Skill, 3)],
            Outside = new OutsideNumber($"+1{OutsideNumber}", AllLines),
        },
    ];

    private static QueueConfig Appointments() => new("appointments", [Now("ana"), Now("bo"), Now("chen"), Later("dee", 20)])
    {
        WrapUp = Seconds(20),
        ServiceLevel = new ServiceLevel(80, Seconds(30)),
        MostWaiting = 4,
        Keys = [new QueueKey('0', "reception"), new QueueKey('1', null)],
        Callback = new CallbackConfig(Seconds(60), AllLines, TimeSpan.FromMinutes(45)),
        Overflow = [new OverflowRule.After(Seconds(300), "reception"), new OverflowRule.NoAgents(null)],
        Dispositions = [new("1", "appointment made"), new("2", "appointment moved"), new("3", "question")],
        Alarms = new QueueAlarms(Seconds(120), 4, 70, 1),
    };

    private static QueueConfig Prescriptions() => new("prescriptions", [Now("chen"), Now("dee"), Now("eli"), Now("fay")])
    {
        Strategy = QueueStrategy.RoundRobin,
        Skills = [Skill],
        Widen = Seconds(30),
        Weight = 2,
        RingTime = Seconds(25),
        WrapUp = Seconds(45),
        LastAgent = Seconds(15),
        Keys = [new QueueKey('1', null)],
        Callback = new CallbackConfig(Seconds(60), AllLines, TimeSpan.FromHours(2)),
        Overflow = [new OverflowRule.NoAgents(null)],
        Dispositions = [new("1", "prescription renewed"), new("3", "question")],
    };

    private static QueueConfig Billing() => new("billing", [Now("ana"), Now("eli"), Now("fay")])
    {
        Strategy = QueueStrategy.RingAll,
        RingTime = Seconds(25),
        Missed = 2,
        WrapUp = TimeSpan.Zero,
        ShortAbandon = TimeSpan.Zero,
        Overflow = [new OverflowRule.After(Seconds(120), "appointments"), new OverflowRule.NoAgents("appointments")],
        Dispositions = [new("3", "question")],
    };

    private static QueueAgent Now(string agent) => new(agent, TimeSpan.Zero);

    private static QueueAgent Later(string agent, int seconds) => new(agent, Seconds(seconds));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static ImmutableSortedDictionary<string, T> By<T>(IEnumerable<T> things, Func<T, string> name) =>
        things.ToImmutableSortedDictionary(name, thing => thing, StringComparer.Ordinal);
}

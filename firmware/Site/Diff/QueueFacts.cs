using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about queues, their agents and their callers.</summary>
internal static class QueueFacts
{
    /// <summary>An agent.</summary>
    public static IReadOnlyList<Fact> Of(AgentConfig agent) =>
    [
        new("name", agent.DisplayName),
        new("code", agent.Code),
        new("phone", agent.Phone ?? SiteFacts.Nothing),
        new("outside", agent.Outside is { } outside ? $"{outside.Number} over {outside.Over}" : SiteFacts.Nothing),
        new("supervisor", agent.IsSupervisor ? "yes" : "no"),
        new("skills", List("; ", agent.Skills.Select(skill => $"{skill.Skill} {skill.Level}"))),
    ];

    /// <summary>A grade.</summary>
    public static IReadOnlyList<Fact> Of(GradeConfig grade) =>
        [new("head start", Durations.InWords(grade.HeadStart)), new("numbers", List(" ", grade.Numbers))];

    /// <summary>A queue.</summary>
    public static IReadOnlyList<Fact> Of(QueueConfig queue) =>
    [
        new("agents", List("; ", queue.Agents.Select(InWords))),
        new("hours", queue.Hours ?? SiteFacts.Nothing),
        new("strategy", KebabCase.Of(queue.Strategy)),
        new("skills", List(" ", queue.Skills)),
        new("widen", InWords(queue.Widen)),
        new("weight", $"{queue.Weight}"),
        new("service level", $"{queue.ServiceLevel.Percent} % in {Durations.InWords(queue.ServiceLevel.Within)}"),
        new("short abandon", Durations.InWords(queue.ShortAbandon)),
        new("ring", Durations.InWords(queue.RingTime)),
        new("wrap-up", Durations.InWords(queue.WrapUp)),
        new("whisper", queue.Whispers ? "yes" : "no"),
        new("missed", $"{queue.Missed}"),
        new("last agent", InWords(queue.LastAgent)),
        new("most waiting", Number(queue.MostWaiting)),
        .. Of(queue.Music),
        new("keys", List("; ", queue.Keys.Select(key => $"{key.Key} {InWords(key)}"))),
        new("callback", queue.Callback is { } callback ? InWords(callback) : SiteFacts.Nothing),
        new("message", queue.Keys.Any(key => key.Does == QueueKeyAction.Message) ? InWords(queue.Message) : SiteFacts.Nothing),
        new("survey", queue.Survey ?? SiteFacts.Nothing),
        new("overflow", List("; ", queue.Overflow.Select(InWords))),
        new("dispositions", List("; ", queue.Dispositions.Select(code => $"{code.Code} {code.Words}"))),
        .. Of(queue.Alarms),
    ];

    /// <summary>A step that sends callers to a queue.</summary>
    public static string InWords(FlowStep.Enqueue step)
    {
        string[] more =
        [
            .. step.HeadStart > TimeSpan.Zero ? [$"head start {Durations.InWords(step.HeadStart)}"] : Array.Empty<string>(),
            .. step.Skills.Count == 0 ? Array.Empty<string>() : [$"skills {string.Join(' ', step.Skills)}"],
            .. step.Agent is { } agent ? [$"agent {agent} for {Durations.InWords(step.AgentFor)}"] : Array.Empty<string>(),
        ];
        return more.Length == 0 ? $"queue {step.Name}" : $"queue {step.Name} ({string.Join(", ", more)})";
    }

    private static IEnumerable<Fact> Of(QueueMusic music) =>
    [
        new("music", music.From is { } from ? $"from {from}" : music.Prompt ?? "of the box"),
        new("messages", List(" ", music.Messages)),
        new("every", Durations.InWords(music.Every)),
        new("say", (music.SaysPosition, music.SaysWait) switch
        {
            (true, true) => "position wait",
            (true, false) => "position",
            (false, true) => "wait",
            (false, false) => SiteFacts.Nothing,
        }),
    ];

    private static IEnumerable<Fact> Of(QueueAlarms alarms) =>
    [
        new("alarm longest wait", InWords(alarms.LongestWait)),
        new("alarm waiting", Number(alarms.Waiting)),
        new("alarm service level", alarms.ServiceLevel is { } percent ? $"{percent} %" : SiteFacts.Nothing),
        new("alarm agents", Number(alarms.Agents)),
    ];

    private static string InWords(QueueAgent agent) =>
        agent.After > TimeSpan.Zero ? $"{agent.Agent} after {Durations.InWords(agent.After)}" : agent.Agent;

    private static string InWords(CallbackConfig callback) =>
        $"after {Durations.InWords(callback.After)} over {callback.Over}, kept for {Durations.InWords(callback.Keep)}"
        + (callback.TakesTimes ? ", at chosen times too" : "");

    private static string InWords(MessageConfig message) =>
        $"after {Durations.InWords(message.After)}, at most {Durations.InWords(message.Longest)}";

    private static string InWords(QueueKey key) => key.Does switch
    {
        QueueKeyAction.Go => $"go {key.Flow}",
        QueueKeyAction.Callback => "callback",
        QueueKeyAction.Message => "message",
    };

    private static string InWords(OverflowRule rule)
    {
        var condition = rule switch
        {
            OverflowRule.After after => $"after {Durations.InWords(after.Time)}",
            OverflowRule.Waiting waiting => $"waiting {waiting.Callers}",
            OverflowRule.Forecast forecast => $"forecast {Durations.InWords(forecast.Wait)}",
            OverflowRule.NoAgents => "no agents",
            OverflowRule.Closed => "closed",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "An unknown rule."),
        };
        return $"{condition} to {(rule.TakesMessage ? "a message" : rule.To ?? "the next step")}";
    }

    private static string InWords(TimeSpan? time) => time is { } value ? Durations.InWords(value) : "off";

    private static string Number(int? number) => number is { } value ? $"{value}" : SiteFacts.Nothing;

    private static string List(string between, IEnumerable<string> items) =>
        string.Join(between, items) is { Length: > 0 } list ? list : SiteFacts.Nothing;
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Drafts;

/// <summary>Turns what a draft says of queues and agents into the model.</summary>
internal static class QueueBuilder
{
    /// <summary>An agent.</summary>
    public static AgentConfig Agent(AgentDraft agent) =>
        new(agent.Name.Value, ModelBuilder.Sure(agent.DisplayName), ModelBuilder.Sure(agent.Code))
        {
            Phone = agent.Phone?.Value,
            Outside = agent.Outside is { } number ? new OutsideNumber(Normal(number), ModelBuilder.Sure(agent.Over)) : null,
            IsSupervisor = agent.IsSupervisor,
            Skills = [.. agent.Skills.Select(Skill).OrderBy(skill => skill.Skill, StringComparer.Ordinal)],
        };

    /// <summary>A grade.</summary>
    public static GradeConfig Grade(GradeDraft grade) => new(
        grade.Name.Value,
        grade.HeadStart ?? throw ModelBuilder.Hole(),
        [.. (grade.Numbers ?? throw ModelBuilder.Hole()).Select(Normal)]);

    /// <summary>A queue.</summary>
    public static QueueConfig Queue(QueueDraft queue) => queue.Settings with
    {
        Agents = [.. (queue.Agents ?? throw ModelBuilder.Hole()).Select(agent => new QueueAgent(agent.Agent.Value, agent.After))],
        Hours = queue.Hours?.Value,
        Skills = Values(queue.Skills),
        Widen = queue.Widen?.Value,
        Music = queue.Music.Settings with
        {
            From = queue.Music.From?.Value,
            Prompt = queue.Music.Prompt?.Value,
            Messages = Values(queue.Music.Messages),
        },
        Keys = [.. queue.Keys.Select(key => new QueueKey(key.Key, key.Flow?.Value) { Does = key.Does }).OrderBy(key => key.Key)],
        Callback = queue.Callback is { } callback
            ? new CallbackConfig(callback.After, ModelBuilder.Sure(callback.Over), callback.Keep) { TakesTimes = callback.TakesTimes }
            : null,
        Survey = queue.Survey?.Value,
        Overflow = [.. queue.Overflow.Select(rule => rule.Rule ?? throw ModelBuilder.Hole())],
        Dispositions =
        [
            .. queue.Dispositions.Select(code => new Disposition(code.Digits.Value, code.Words.Value))
                .OrderBy(disposition => disposition.Code, StringComparer.Ordinal),
        ],
        Alarms = queue.Settings.Alarms with { Agents = queue.AlarmAgents?.Value },
    };

    /// <summary>A step that sends callers to a queue.</summary>
    public static FlowStep.Enqueue Step(QueueStepDraft step)
    {
        var queue = step.Settings;
        return new FlowStep.Enqueue(
            ModelBuilder.Sure(step.Queue),
            queue.HeadStart,
            [.. queue.Skills.Select(skill => skill.Value)],
            queue.Agent?.Value,
            queue.Agent is null ? TimeSpan.Zero : queue.AgentFor?.Value ?? QueueDefaults.NamedAgent);
    }

    private static AgentSkill Skill(SkillDraft skill) => new(skill.Name.Value, skill.Level ?? throw ModelBuilder.Hole());

    private static string Normal(Located<string> number) => PhoneNumber.Normalize(number.Value) ?? throw ModelBuilder.Hole();

    private static ValueList<string> Values(IReadOnlyList<Located<string>> texts) => [.. texts.Select(text => text.Value)];
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Drafts;

/// <summary>A queue as the file says it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Agents">Its agents; null without a list of them.</param>
/// <param name="Settings">All that needs no look at other parts of the file, in its final form.</param>
internal sealed record QueueDraft(Located<string> Name, IReadOnlyList<QueueAgentDraft>? Agents, QueueConfig Settings) : INamedDraft
{
    public IReadOnlyList<Located<string>> Skills { get; init; } = [];

    /// <summary>Its hours; null without the key.</summary>
    public Located<string>? Hours { get; init; }

    public Located<TimeSpan>? Widen { get; init; }

    public QueueMusicDraft Music { get; init; } = new(null, [], QueueMusic.Default);

    public IReadOnlyList<QueueKeyDraft> Keys { get; init; } = [];

    /// <summary>How callers are called back; null without the key.</summary>
    public CallbackDraft? Callback { get; init; }

    /// <summary>The survey after a talk; null without the key.</summary>
    public Located<string>? Survey { get; init; }

    /// <summary>Where is said how callers leave messages; null without the key.</summary>
    public Place? MessageAt { get; init; }

    public IReadOnlyList<OverflowDraft> Overflow { get; init; } = [];

    public IReadOnlyList<CodeDraft> Dispositions { get; init; } = [];

    /// <summary>Fewest agents before the alarm.</summary>
    public Located<int>? AlarmAgents { get; init; }

    /// <summary>True when a slip, which is noted already, may hide that callers go on with the step after the queue.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>True when a caller may go on with the step after the queue.</summary>
    public bool LetsOn => IsUnclear || Settings.MostWaiting is not null || LetsOnWhenClosed || Overflow.Any(rule => rule.LetsOn);

    /// <summary>True when a caller may go on with the step after the queue as soon as he comes.</summary>
    public bool LetsOnAtOnce =>
        Settings.MostWaiting is not null || LetsOnWhenClosed || Overflow.Any(rule => rule is { LetsOn: true, IsOnArrival: true });

    // Who comes outside the hours is told so and goes on, unless a rule says otherwise.
    private bool LetsOnWhenClosed => Hours is not null && !Overflow.Any(rule => rule.Rule is OverflowRule.Closed);

    /// <summary>Flows that a caller may be sent to as soon as he comes.</summary>
    public IEnumerable<Located<string>> FlowsAtOnce =>
        Overflow.Where(rule => rule.IsOnArrival).Select(rule => rule.To).OfType<Located<string>>();

    /// <summary>All flows that its callers may leave for.</summary>
    public IEnumerable<Located<string>> Flows =>
        Overflow.Select(rule => rule.To).Concat(Keys.Select(key => key.Flow)).OfType<Located<string>>();
}

/// <summary>An agent of a queue.</summary>
internal sealed record QueueAgentDraft(Located<string> Agent, TimeSpan After);

/// <summary>What callers hear; <paramref name="Settings"/> is all that needs no look at other parts of the file.</summary>
internal sealed record QueueMusicDraft(Located<string>? Prompt, IReadOnlyList<Located<string>> Messages, QueueMusic Settings)
{
    /// <summary>Name of music; null for none.</summary>
    public Located<string>? From { get; init; }

    /// <summary>Where the time between interruptions stands; null without the key.</summary>
    public Place? EveryAt { get; init; }

    /// <summary>Every prompt that it needs.</summary>
    public IEnumerable<Located<string>> Prompts => Prompt is { } music ? Messages.Prepend(music) : Messages;
}

/// <summary>A key that callers may press; null flow when it does not lead to one.</summary>
internal sealed record QueueKeyDraft(Place At, char Key, Located<string>? Flow, QueueKeyAction Does);

/// <summary>How callers are called back.</summary>
internal sealed record CallbackDraft(TimeSpan After, Located<string>? Over, TimeSpan Keep, bool TakesTimes);

/// <summary>An overflow rule.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Rule">The rule; null when the file gives a wrong one.</param>
/// <param name="To">The flow; null when the file gives none, or a wrong one.</param>
/// <param name="LetsOn">True when callers go on with the next step, or may do so as far as a wrong rule tells.</param>
internal sealed record OverflowDraft(Place At, OverflowRule? Rule, Located<string>? To, bool LetsOn)
{
    /// <summary>True when it is asked before the caller waits at all.</summary>
    public bool IsOnArrival => Rule is { IsOnArrival: true };
}

/// <summary>What a step says of the callers that it sends to a queue.</summary>
internal sealed record QueueStepSettings(
    TimeSpan HeadStart, IReadOnlyList<Located<string>> Skills, Located<string>? Agent, Located<TimeSpan>? AgentFor)
{
    /// <summary>A step that says nothing but the queue.</summary>
    public static QueueStepSettings Plain { get; } = new(TimeSpan.Zero, [], null, null);
}

namespace Switchhook.Site.Queues;

/// <summary>A queue: callers wait in it for one of its agents. Compared by value.</summary>
/// <param name="Name">Name in the site file; no hunt group has the same.</param>
/// <param name="Agents">Who answers, in the order of the file; at least one, none twice.</param>
public sealed record QueueConfig(string Name, ValueList<QueueAgent> Agents)
{
    /// <summary>Who gets the next caller.</summary>
    public QueueStrategy Strategy { get; init; } = QueueDefaults.Strategy;

    /// <summary>Name of the hours in which callers are let in and called back; null for always.</summary>
    public string? Hours { get; init; }

    /// <summary>Skills that every caller needs; an agent must have all of them.</summary>
    public ValueList<string> Skills { get; init; } = [];

    /// <summary>After each such time of waiting one more level of the skills will do; null when all levels do at once.</summary>
    public TimeSpan? Widen { get; init; }

    /// <summary>How much it counts beside other queues of the same agents, 1 to 10.</summary>
    public int Weight { get; init; } = QueueDefaults.Weight;

    /// <summary>How fast callers are to be answered.</summary>
    public ServiceLevel ServiceLevel { get; init; } = QueueDefaults.ServiceLevel;

    /// <summary>Who hangs up before that is not counted as lost; zero counts everyone.</summary>
    public TimeSpan ShortAbandon { get; init; } = QueueDefaults.ShortAbandon;

    /// <summary>How long an agent is rung.</summary>
    public TimeSpan RingTime { get; init; } = SiteDefaults.Ring;

    /// <summary>Time to finish after a call; zero for none.</summary>
    public TimeSpan WrapUp { get; init; } = QueueDefaults.WrapUp;

    /// <summary>So many unanswered offers in a row pause an agent; 0 never does.</summary>
    public int Missed { get; init; } = QueueDefaults.Missed;

    /// <summary>How long a caller waits for the agent of the last talk before others are offered the call; null for not at all.</summary>
    public TimeSpan? LastAgent { get; init; }

    /// <summary>Most callers that wait at once; one more goes on with the next step of the flow. Null for no limit.</summary>
    public int? MostWaiting { get; init; }

    /// <summary>True when an agent who answers is told the queue and the wait before hearing the caller.</summary>
    public bool Whispers { get; init; }

    /// <summary>What callers hear.</summary>
    public QueueMusic Music { get; init; } = QueueMusic.Default;

    /// <summary>What callers may press while they wait, in the order of the keys.</summary>
    public ValueList<QueueKey> Keys { get; init; } = [];

    /// <summary>How callers are called back; null when they are not.</summary>
    public CallbackConfig? Callback { get; init; }

    /// <summary>How callers leave messages, where a key lets them.</summary>
    public MessageConfig Message { get; init; } = MessageConfig.Default;

    /// <summary>The survey that callers are asked after an agent has hung up; null for none.</summary>
    public string? Survey { get; init; }

    /// <summary>When callers leave the queue unanswered; the first that holds counts.</summary>
    public ValueList<OverflowRule> Overflow { get; init; } = [];

    /// <summary>What agents can say of a call after it, in the order of the codes.</summary>
    public ValueList<Disposition> Dispositions { get; init; } = [];

    /// <summary>When the queue raises an alarm.</summary>
    public QueueAlarms Alarms { get; init; } = QueueAlarms.None;

    /// <summary>The key by which callers ask to be called back; null when they cannot.</summary>
    public char? CallbackKey => Callback is null ? null : Keys.FirstOrDefault(key => key.Does == QueueKeyAction.Callback)?.Key;

    /// <summary>True when callers can leave messages, by a key or as a rule has it.</summary>
    public bool TakesMessages =>
        Keys.Any(key => key.Does == QueueKeyAction.Message) || Overflow.Any(rule => rule.TakesMessage);

    /// <summary>All flows that its callers may leave for.</summary>
    public IEnumerable<string> Flows =>
        Overflow.Select(rule => rule.To).Concat(Keys.Select(key => key.Flow)).OfType<string>();
}

/// <summary>An agent of a queue.</summary>
/// <param name="Agent">Name of the agent.</param>
/// <param name="After">Gets only callers that have waited so long; zero for all.</param>
public sealed record QueueAgent(string Agent, TimeSpan After);

/// <summary>Which free agent gets the next caller.</summary>
public enum QueueStrategy
{
    /// <summary>Who has been idle longest.</summary>
    LongestIdle,

    /// <summary>All at once: the first to answer gets the call.</summary>
    RingAll,

    /// <summary>Each in turn.</summary>
    RoundRobin,

    /// <summary>Who has had the fewest calls.</summary>
    FewestCalls,

    /// <summary>Who has talked the least.</summary>
    LeastTalk,

    /// <summary>Any of them.</summary>
    Random,

    /// <summary>The first in the order of the file.</summary>
    InOrder,
}

/// <summary>How fast callers are to be answered.</summary>
/// <param name="Percent">Share of the callers, 1 to 100.</param>
/// <param name="Within">The time in which they are to be answered.</param>
public sealed record ServiceLevel(int Percent, TimeSpan Within);

/// <summary>A word for what came of a call.</summary>
/// <param name="Code">One or two digits that the agent dials.</param>
/// <param name="Words">What they mean.</param>
public sealed record Disposition(string Code, string Words);

/// <summary>When a queue raises an alarm; null for what is not watched.</summary>
/// <param name="LongestWait">Someone has waited longer.</param>
/// <param name="Waiting">So many wait.</param>
/// <param name="ServiceLevel">Fewer percent of the callers are answered in time.</param>
/// <param name="Agents">Fewer agents are logged in.</param>
public sealed record QueueAlarms(TimeSpan? LongestWait, int? Waiting, int? ServiceLevel, int? Agents)
{
    /// <summary>Nothing is watched.</summary>
    public static QueueAlarms None { get; } = new(null, null, null, null);
}

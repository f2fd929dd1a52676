namespace Switchhook.Site.Queues;

/// <summary>What callers hear while they wait.</summary>
/// <param name="Prompt">A prompt, again and again; null for <see cref="From"/>, the music of the site, or the box's own signal.</param>
/// <param name="Messages">Prompts that interrupt it, one after the other.</param>
/// <param name="Every">Time from one interruption to the next.</param>
public sealed record QueueMusic(string? Prompt, ValueList<string> Messages, TimeSpan Every)
{
    /// <summary>What holds when the site file says nothing.</summary>
    public static QueueMusic Default { get; } = new(null, [], QueueDefaults.Every);

    /// <summary>Name of the music that is played instead of a prompt (<c>from</c>); null for none.</summary>
    public string? From { get; init; }

    /// <summary>True when callers are told their place in the queue (<c>say: [position]</c>).</summary>
    public bool SaysPosition { get; init; }

    /// <summary>True when callers are told how long they will probably wait (<c>say: [wait]</c>).</summary>
    public bool SaysWait { get; init; }
}

/// <summary>A key that works at any time of the waiting.</summary>
/// <param name="Key">0 to 9, * or #.</param>
/// <param name="Flow">Flow that the caller leaves for; null when the key does something else.</param>
public sealed record QueueKey(char Key, string? Flow)
{
    /// <summary>What it does.</summary>
    public QueueKeyAction Does { get; init; } = Flow is null ? QueueKeyAction.Callback : QueueKeyAction.Go;
}

/// <summary>What a key does that waiting callers may press.</summary>
public enum QueueKeyAction
{
    /// <summary>Leaves the queue for a flow.</summary>
    Go,

    /// <summary>Asks to be called back.</summary>
    Callback,

    /// <summary>Leaves a message that keeps the turn.</summary>
    Message,
}

/// <summary>How callers leave messages.</summary>
/// <param name="After">It is offered to those who have waited so long.</param>
/// <param name="Longest">A longer message is ended.</param>
public sealed record MessageConfig(TimeSpan After, TimeSpan Longest)
{
    /// <summary>What holds when the site file says nothing.</summary>
    public static MessageConfig Default { get; } = new(QueueDefaults.CallbackAfter, QueueDefaults.Message);
}

/// <summary>How callers are called back.</summary>
/// <param name="After">It is offered to those who have waited so long.</param>
/// <param name="Over">Line group that they are called over.</param>
/// <param name="Keep">How long the box tries to keep the promise; time outside the hours of the queue does not count.</param>
public sealed record CallbackConfig(TimeSpan After, string Over, TimeSpan Keep)
{
    /// <summary>True when a caller may choose the time at which he is called (key <c>times</c>).</summary>
    public bool TakesTimes { get; init; }
}

/// <summary>When a caller leaves the queue unanswered.</summary>
public abstract record OverflowRule
{
    private OverflowRule(string? to) => To = to;

    /// <summary>Flow that the caller leaves for; null for the next step of the same flow.</summary>
    public string? To { get; }

    /// <summary>True when the caller is first asked for a message that keeps his turn (key <c>message</c>).</summary>
    public bool TakesMessage { get; init; }

    /// <summary>True when it is asked before the caller waits at all, so that no time passes.</summary>
    public bool IsOnArrival => this is not After;

    /// <summary>The caller has waited so long (<c>after</c>).</summary>
    public sealed record After(TimeSpan Time, string? To) : OverflowRule(To);

    /// <summary>So many wait when the caller comes (<c>waiting</c>).</summary>
    public sealed record Waiting(int Callers, string? To) : OverflowRule(To);

    /// <summary>The caller would probably wait longer (<c>forecast</c>).</summary>
    public sealed record Forecast(TimeSpan Wait, string? To) : OverflowRule(To);

    /// <summary>No agent is logged in, when the caller comes or later; a paused one counts as logged in (<c>no-agents</c>).</summary>
    public sealed record NoAgents(string? To) : OverflowRule(To);

    /// <summary>
    /// The caller comes outside the hours of the queue, or waits yet when the last agent has logged out after them (<c>closed</c>).
    /// </summary>
    public sealed record Closed(string? To) : OverflowRule(To);
}

namespace Switchhook.Calls.Journal;

/// <summary>A call, or a promise to call back, waits in a queue.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">Id of this visit to the queue.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Work">What waits, a name of the queue engine: <c>Call</c>, <c>Callback</c>, <c>Message</c>.</param>
/// <param name="Caller">The caller's number; null when unknown.</param>
/// <param name="Line">The line or trunk it came in by; null when it came by none.</param>
/// <param name="Turn">From when on its waiting counts; null from this moment on.</param>
/// <param name="IsReturn">True when it has been in a queue before with the same ticket.</param>
/// <param name="Why">Its place, and what gave it that.</param>
public sealed record QueueEntered(
    CallId Call, string Visit, string Queue, string Work, string? Caller, string? Line, DateTimeOffset? Turn, bool IsReturn, string Why)
    : CallEntry(Call)
{
    /// <summary>Of a message that waits: the recording of its sound; else null.</summary>
    public string? Message { get; init; }

    private protected override string Say() => Why;
}

/// <summary>An agent is rung for a visit.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Phone">Where the agent is logged in.</param>
/// <param name="Why">Why this agent, and why others not.</param>
public sealed record QueueOffered(CallId Call, string Visit, string Queue, string Agent, string Phone, string Why) : CallEntry(Call)
{
    private protected override string Say() => Why;
}

/// <summary>An agent is rung no longer, and has not got it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Result">A name of the queue engine: <c>NoAnswer</c>, <c>Declined</c>, <c>Withdrawn</c>, <c>Unreachable</c>.</param>
/// <param name="Why">In words.</param>
public sealed record QueueOfferEnded(CallId Call, string Visit, string Agent, string Result, string Why) : CallEntry(Call)
{
    private protected override string Say() => Why;
}

/// <summary>An agent and the customer hear each other.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Leg">The agent's leg.</param>
public sealed record QueueJoined(CallId Call, string Visit, string Agent, string Leg) : CallEntry(Call)
{
    private protected override string Say() => $"{Agent} has the call.";
}

/// <summary>The agent's part in the call is over.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Transferred">True when the customer goes on with someone else.</param>
public sealed record QueueTalkEnded(CallId Call, string Visit, string Agent, bool Transferred) : CallEntry(Call)
{
    private protected override string Say() => Transferred ? $"{Agent} has passed the call on." : $"{Agent}'s part in the call is over.";
}

/// <summary>The agent has finished after the call.</summary>
public sealed record QueueWrapUpEnded(CallId Call, string Visit, string Agent) : CallEntry(Call)
{
    private protected override string Say() => $"{Agent} has finished the call.";
}

/// <summary>A visit is over without an agent.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Outcome">A name of the queue engine: <c>Abandoned</c>, <c>ExitKey</c>, <c>Overflowed</c> …</param>
/// <param name="Why">In words.</param>
public sealed record QueueLeft(CallId Call, string Visit, string Outcome, string Why) : CallEntry(Call)
{
    /// <summary>Until when the caller has been promised a call; null for none.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    private protected override string Say() => Why;
}

/// <summary>A call back is owed: everything that is needed to make it, also after a restart.</summary>
/// <param name="Call">The call in which it was asked for.</param>
/// <param name="Visit">The visit in which it was asked for.</param>
/// <param name="Ticket">Id of the visit that waits in the caller's place.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Number">Whom to call, as it is dialled on a line.</param>
/// <param name="Turn">Since when the caller waits.</param>
/// <param name="HeadStart">Waiting that is given for the place.</param>
/// <param name="Skills">Skills that an agent needs for it.</param>
/// <param name="NotBefore">Not called before; null for as soon as it is its turn.</param>
/// <param name="PromisedBy">Until when it is promised.</param>
/// <param name="Tries">How many times it has been tried.</param>
public sealed record CallbackOwed(
    CallId Call,
    string Visit,
    string Ticket,
    string Queue,
    string Number,
    DateTimeOffset Turn,
    TimeSpan HeadStart,
    IReadOnlyList<string> Skills,
    DateTimeOffset? NotBefore,
    DateTimeOffset PromisedBy,
    int Tries) : CallEntry(Call)
{
    /// <summary>Who has asked for it; null for the caller.</summary>
    public string? AskedBy { get; init; }

    private protected override string Say() => Tries == 0
        ? AskedBy is { } by ? $"{by} wants it: {Promise}" : Promise
        : $"{Number} is called again, try {Tries + 1}, not before {NotBefore:HH:mm} UTC.";

    private string Promise =>
        $"{Number} is called back {(NotBefore is { } due ? $"from {due:yyyy-MM-dd HH:mm} UTC on" : "when it is its turn")}, "
        + $"until {PromisedBy:yyyy-MM-dd HH:mm} UTC at the latest.";
}

/// <summary>A call back is not owed any more.</summary>
/// <param name="Call">The call in which it was asked for.</param>
/// <param name="Visit">The visit in which it was asked for.</param>
/// <param name="Ticket">Id of the last visit for it.</param>
/// <param name="IsReached">True when the customer was reached.</param>
/// <param name="Why">In words.</param>
public sealed record CallbackEnded(CallId Call, string Visit, string Ticket, bool IsReached, string Why) : CallEntry(Call)
{
    /// <summary>When the customer answered, if that was before this entry was written (a line tells late that it was not busy).</summary>
    public DateTimeOffset? ReachedAt { get; init; }

    private protected override string Say() => Why;
}

/// <summary>A caller leaves a message in his place: everything that is needed to have it heard, also after a restart.</summary>
/// <param name="Call">The call in which it was spoken.</param>
/// <param name="Visit">The visit in which it was spoken.</param>
/// <param name="Ticket">Id of the visit that waits in the caller's place.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Recording">The recording of its sound.</param>
/// <param name="Length">Length of the sound; null while it is being spoken.</param>
/// <param name="Caller">The caller's number; null when unknown.</param>
/// <param name="Turn">Since when the caller waits.</param>
/// <param name="HeadStart">Waiting that is given for the place.</param>
/// <param name="Skills">Skills that an agent needs for it.</param>
/// <param name="KeptUntil">Until when it waits.</param>
public sealed record MessageOwed(
    CallId Call,
    string Visit,
    string Ticket,
    string Queue,
    string Recording,
    TimeSpan? Length,
    string? Caller,
    DateTimeOffset Turn,
    TimeSpan HeadStart,
    IReadOnlyList<string> Skills,
    DateTimeOffset KeptUntil) : CallEntry(Call)
{
    /// <summary>True when a stop of the box or a full disk cut it off.</summary>
    public bool IsCutOff { get; init; }

    private protected override string Say() => (Length, IsCutOff) switch
    {
        (null, _) => "The caller begins to speak a message.",
        ({ } length, true) => FormattableString.Invariant(
            $"A message of {length.TotalSeconds:0} s, which was cut off, waits in the caller's place."),
        ({ } length, false) => FormattableString.Invariant($"A message of {length.TotalSeconds:0} s waits in the caller's place."),
    };
}

/// <summary>A message does not wait any more.</summary>
/// <param name="Call">The call in which it was spoken.</param>
/// <param name="Visit">The visit in which it was spoken.</param>
/// <param name="Ticket">Id of the last visit for it.</param>
/// <param name="IsHeard">True when an agent has heard it.</param>
/// <param name="IsReached">True when the agent has called the caller, and the caller answered.</param>
/// <param name="Why">In words.</param>
public sealed record MessageEnded(CallId Call, string Visit, string Ticket, bool IsHeard, bool IsReached, string Why) : CallEntry(Call)
{
    /// <summary>When the caller answered; see <see cref="CallbackEnded.ReachedAt"/>.</summary>
    public DateTimeOffset? ReachedAt { get; init; }

    private protected override string Say() => Why;
}

/// <summary>An agent notes what a call was about.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Disposition">What, in the words of the site.</param>
public sealed record QueueDisposed(CallId Call, string Visit, string Agent, string Disposition) : CallEntry(Call)
{
    private protected override string Say() => $"{Agent} notes: {Disposition}.";
}

/// <summary>An agent does something else from now on.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="State">A name of the queue engine: <c>Available</c>, <c>WrapUp</c> …</param>
/// <param name="Until">When it ends by itself; null when it does not.</param>
/// <param name="Call">The call that it belongs to, if any.</param>
/// <param name="Visit">The visit that it belongs to, if any.</param>
/// <param name="Phone">Where the agent is logged in; null when logged out.</param>
/// <param name="Reason">The reason of a pause, or why logged out; null for none.</param>
/// <param name="Why">One sentence.</param>
/// <param name="EndedAt">
/// When the state before ended, if that was before this entry was written (a restart closes it later); else null.
/// </param>
public sealed record AgentChanged(
    string Agent,
    string State,
    DateTimeOffset? Until,
    CallId? Call,
    string? Visit,
    string? Phone,
    string? Reason,
    string Why,
    DateTimeOffset? EndedAt = null) : JournalEntry
{
    /// <summary>
    /// Since when, if the agent was in that state before this entry was written already (a restart, a longer time to finish); else null.
    /// </summary>
    public DateTimeOffset? Since { get; init; }

    private protected override string Say() => Why;
}

/// <summary>An agent is moved between queues.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Queues">The queues that the agent answers from now on; null for those of the site file.</param>
/// <param name="By">Who has moved the agent.</param>
public sealed record AgentAssigned(string Agent, IReadOnlyList<string>? Queues, string By) : JournalEntry
{
    private protected override string Say() => Queues is null
        ? $"{Agent} answers the queues of the site file again (by {By})."
        : $"{Agent} answers {string.Join(", ", Queues)} from now on (by {By}).";
}

namespace Switchhook.Tests.Flows.Queues.Week.Plain;

/// <summary>A visit, as the lines of the journal tell of it. Times are milliseconds since 1970.</summary>
internal sealed class PlainVisit(string id, string queue, long entered)
{
    public string Id => id;

    public string Queue { get; set; } = queue;

    public long Entered => entered;

    public string Call { get; set; } = "";

    public bool IsCallback { get; set; }

    public bool IsReturn { get; set; }

    public string? Caller { get; set; }

    public string? Line { get; set; }

    public string? Agent { get; set; }

    public string? Leg { get; set; }

    public long? HeldSince { get; set; }

    public long Hold { get; set; }

    public long? Answered { get; set; }

    public long? TalkEnded { get; set; }

    public long? Finished { get; set; }

    public long? Left { get; set; }

    public string Outcome { get; set; } = "Waiting";

    public bool Transferred { get; set; }

    public bool Conferenced { get; set; }

    public string? Disposition { get; set; }

    public long? PromisedBy { get; set; }

    public long? CalledBack { get; set; }

    /// <summary>How many times its end was told.</summary>
    public int Ends { get; set; }

    public long? WaitEnded => Answered ?? Left;

    public void EndHold(long at)
    {
        Hold += HeldSince is { } since ? at - since : 0;
        HeldSince = null;
    }
}

/// <summary>A call that is owed.</summary>
internal sealed record PlainCallback(string Visit, string Ticket, string Number, long PromisedBy);

/// <summary>An agent's time in a state.</summary>
internal sealed class PlainSpan(string agent, string state, string? reason, long from, long since)
{
    public string Agent => agent;

    public string State => state;

    public string? Reason => reason;

    public long From => from;

    /// <summary>Since when the agent was in that state, over restarts.</summary>
    public long Since => since;

    public long? To { get; set; }
}

/// <summary>An agent was rung.</summary>
internal sealed class PlainOffer(string agent, string visit, string call, long from)
{
    public string Agent => agent;

    public string Visit => visit;

    public string Call => call;

    public long From => from;

    public long? To { get; set; }

    public string Result { get; set; } = "Ringing";
}

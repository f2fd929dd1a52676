using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Calls;

/// <summary>A customer's whole journey: one id, one journal, through transfers and holds. Control loop only.</summary>
public sealed class Call
{
    private readonly CallJournal _journal;
    private readonly List<Leg> _legs = [];

    internal Call(CallId id, CallDirection direction, CallerIdentity caller, CallJournal journal)
    {
        Id = id;
        Direction = direction;
        Caller = caller;
        _journal = journal;
    }

    /// <summary>Identifies the call.</summary>
    public CallId Id { get; }

    /// <summary>Into, out of, or within the house.</summary>
    public CallDirection Direction { get; }

    /// <summary>Who began it.</summary>
    public CallerIdentity Caller { get; }

    /// <summary>Legs that have not ended.</summary>
    public IReadOnlyList<Leg> Legs => _legs;

    /// <summary>Why the call ended; null while it goes on.</summary>
    public Cause? EndCause { get; private set; }

    /// <summary>Writes that a flow did or chose something.</summary>
    public void Note(string step, string why) => _journal.Append(new StepTaken(Id, step, why));

    /// <summary>Writes any entry of this call.</summary>
    public void Write(CallEntry entry) => _journal.Append(entry);

    /// <summary>Adds a leg, and writes its life into the journal from now on.</summary>
    /// <param name="leg">A leg that belongs to no call, or to another one that it leaves.</param>
    /// <param name="why">Why this party, in words.</param>
    public void Add(Leg leg, string why)
    {
        leg.Call?.Remove(leg, new Cause(CauseCode.Transferred, $"Went into call {Id}."));
        leg.Call = this;
        _legs.Add(leg);
        _journal.Append(new LegStarted(Id, leg.Id, leg.Party, leg.Origin, why));
        if (leg.State == LegState.Connected)
        {
            _journal.Append(new LegAnswered(Id, leg.Id, leg.Party));
        }

        leg.HeldChanged += OnHeldChanged;
        _ = FollowAsync(leg);
    }

    /// <summary>Writes that two parties talk.</summary>
    public void Connected(Party by) => _journal.Append(new CallConnected(Id, by));

    /// <summary>Ends the call: hangs up what is left of it. Nothing happens when it has ended.</summary>
    public void End(Cause cause)
    {
        if (EndCause is not null)
        {
            return;
        }

        EndCause = cause;
        foreach (var leg in _legs.ToList())
        {
            leg.HangUp(cause);
            Remove(leg, cause);
        }

        _journal.Append(new CallEnded(Id, cause));
    }

    private void Remove(Leg leg, Cause cause)
    {
        if (_legs.Remove(leg))
        {
            leg.HeldChanged -= OnHeldChanged;
            _journal.Append(new LegEnded(Id, leg.Id, leg.Party, cause));
        }
    }

    private void OnHeldChanged(Leg leg) => _journal.Append(new LegHeld(Id, leg.Id, leg.Party, leg.IsHeld));

    private async Task FollowAsync(Leg leg)
    {
        if (leg.State == LegState.Alerting && await leg.Answered && leg.Answerer == leg && leg.Call == this && EndCause is null)
        {
            _journal.Append(new LegAnswered(Id, leg.Id, leg.Party));
        }

        var cause = await leg.Ended;
        if (ReferenceEquals(leg.Call, this))
        {
            Remove(leg, cause);
        }
    }
}

using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Calls;

/// <summary>Begins calls and knows the ones in progress. Control loop only.</summary>
public sealed class CallTable(IdSource ids, CallJournal journal)
{
    private readonly List<Call> _calls = [];

    /// <summary>Calls in progress, oldest first.</summary>
    public IReadOnlyList<Call> InProgress
    {
        get
        {
            _calls.RemoveAll(call => call.EndCause is not null);
            return _calls;
        }
    }

    /// <summary>Begins a call with the leg that started it.</summary>
    public Call Begin(CallDirection direction, Leg first, CallerIdentity caller, string? dialled)
    {
        _calls.RemoveAll(call => call.EndCause is not null);
        var call = new Call(ids.NextCall(), direction, caller, journal);
        _calls.Add(call);
        journal.Append(new CallStarted(call.Id, direction, first.Party, caller.Number, caller.Name, caller.Why, dialled));
        call.Add(first, direction == CallDirection.Inbound ? $"The caller is on {first.Party}." : $"Began at {first.Party}.");
        return call;
    }
}

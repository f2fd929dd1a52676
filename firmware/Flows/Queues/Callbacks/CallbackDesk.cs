using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Steps;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>
/// Keeps the calls that are owed: books them, has them made when it is their turn, tries again, gives up when the promise ends.
/// </summary>
internal sealed class CallbackDesk
{
    private readonly FlowServices _services;
    private readonly QueueHost _host;
    private readonly OutsideDialling _outside;
    private readonly OutgoingTalk _talk;
    private readonly Func<SiteInForce> _site;
    private readonly LiveBoard _live;
    private readonly Dictionary<string, IDisposable> _promises = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _freeLines = new(StringComparer.Ordinal);

    /// <param name="services">What flows work with.</param>
    /// <param name="host">Runs the queues.</param>
    /// <param name="outside">Calls customers.</param>
    /// <param name="talk">What agents hear meanwhile.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="live">Tells which lines are free.</param>
    public CallbackDesk(
        FlowServices services, QueueHost host, OutsideDialling outside, OutgoingTalk talk, Func<SiteInForce> site, LiveBoard live)
    {
        (_services, _host, _outside, _talk, _site, _live) = (services, host, outside, talk, site, live);
        live.Changed += CountLines;
    }

    /// <summary>A caller has asked to be called back instead of waiting.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="queue">The queue that it waited in.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="waited">What waited, with its turn.</param>
    /// <param name="number">Whom to call.</param>
    /// <param name="notBefore">The time that was chosen or promised; null for as soon as it is its turn.</param>
    /// <param name="promisedBy">Until when.</param>
    public void Book(
        FlowCall flow,
        QueueConfig queue,
        string visit,
        WorkItem waited,
        string number,
        DateTimeOffset? notBefore,
        DateTimeOffset promisedBy) => Put(
        new CallbackTicket(
            new CallbackOwed(
                flow.Call.Id,
                visit,
                $"{flow.Call.Id}-{flow.NextVisit()}",
                queue.Name,
                number,
                waited.Turn,
                waited.HeadStart,
                waited.Skills,
                notBefore,
                promisedBy,
                Tries: 0),
            flow.Site));

    /// <summary>Takes up what was owed before a restart.</summary>
    public void Restore(IEnumerable<CallbackOwed> owed)
    {
        var site = _site();
        foreach (var one in owed)
        {
            if (site.Model.Queues.GetValueOrDefault(one.Queue)?.Callback is null)
            {
                var why = $"Queue {one.Queue} calls nobody back any more.";
                _host.Write(new QueueLeft(one.Call, one.Ticket, nameof(VisitOutcome.Overflowed), why));
                _host.Write(new CallbackEnded(one.Call, one.Visit, one.Ticket, false, why));
                continue;
            }

            Enter(new CallbackTicket(one, site));
        }
    }

    /// <summary>Someone else owes a call: an agent who did not reach a customer, or who wants to call back who was lost.</summary>
    /// <param name="owed">What is owed.</param>
    /// <param name="site">The version of the site by which it is made; its queue calls back.</param>
    public void Owe(CallbackOwed owed, SiteInForce site) => Put(new CallbackTicket(owed, site));

    /// <summary>True when a call is owed to a number, or being made.</summary>
    public bool Owes(string number) => _owed.ContainsValue(number);

    /// <summary>How many calls are owed.</summary>
    public int Count => _owed.Count;

    private void Put(CallbackTicket ticket)
    {
        _host.Write(ticket.Owed);
        Enter(ticket);
    }

    private void Enter(CallbackTicket ticket)
    {
        CountLines();
        var owed = ticket.Owed;
        var work = new CallbackWork(ticket, _services, _host, _outside, _talk, Ended);
        var now = _services.Loop.Time.GetUtcNow();
        var left = owed.PromisedBy - now;
        _owed[work.Id] = owed.Number;
        _promises[work.Id] = _services.Loop.Schedule(left > TimeSpan.Zero ? left : TimeSpan.Zero, () => GiveUp(work));
        _host.Enter(work, new WorkItem(work.Id, owed.Queue, WorkKind.Callback, now)
        {
            Turn = owed.Turn,
            HeadStart = owed.HeadStart,
            Skills = [.. owed.Skills],
            NotBefore = owed.NotBefore,
            Lines = ticket.Site.Model.Queues[owed.Queue].Callback!.Over,
        });
    }

    private void GiveUp(CallbackWork work)
    {
        if (_promises.Remove(work.Id) && _host.Holds(work))
        {
            _owed.Remove(work.Id);
            _host.Leave(work, VisitOutcome.Overflowed, "The promise to call back could not be kept in time.");
            Close(work, isReached: false, $"{work.Ticket.Owed.Number} was not called back within the promised time.");
        }
    }

    private void Ended(CallbackWork work, Cause? why)
    {
        _owed.Remove(work.Id);
        if (_promises.Remove(work.Id, out var promise))
        {
            promise.Dispose();
        }

        var owed = work.Ticket.Owed;
        var next = _services.Loop.Time.GetUtcNow() + CallbackTicket.BetweenTries;
        if (why is null)
        {
            Close(work, isReached: true, $"{owed.Number} was called back.");
        }
        else if (why.Code == CauseCode.Fault || owed.Tries + 1 >= CallbackTicket.MostTries || next >= owed.PromisedBy)
        {
            Close(work, isReached: false, $"{owed.Number} could not be reached: {why.Words}");
        }
        else
        {
            // Lines that were busy are no fault of the customer's: that was no try.
            var tries = owed.Tries + (why.Code == CauseCode.NoLine ? 0 : 1);
            Put(work.Ticket with { Owed = owed with { Ticket = OwedWork.NextId(owed.Ticket), Tries = tries, NotBefore = next } });
        }
    }

    private void Close(CallbackWork work, bool isReached, string why) =>
        _host.Write(new CallbackEnded(work.Ticket.Owed.Call, work.Ticket.Owed.Visit, work.Id, isReached, why)
        {
            ReachedAt = isReached ? work.ReachedAt : null,
        });

    // The engine offers a call back only when a line is there for it.
    private void CountLines()
    {
        var site = _site().Model;
        foreach (var name in site.Queues.Values.Select(queue => queue.Callback?.Over).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var free = site.LineGroups[name].Lines.Count(line => _live.Current.Lines.GetValueOrDefault(line)?.Status == LineStatus.Idle);
            if (_freeLines.GetValueOrDefault(name, -1) != free)
            {
                _freeLines[name] = free;
                _host.Tell(new AcdEvent.LinesChanged(name, free));
            }
        }
    }
}

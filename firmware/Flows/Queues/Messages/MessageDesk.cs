using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Steps;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Messages;

/// <summary>Keeps the messages that callers have left: each waits in its caller's place until an agent has heard it.</summary>
internal sealed class MessageDesk
{
    /// <summary>Most messages that wait at once; then callers can leave none.</summary>
    public const int MostOwed = 200;

    /// <summary>A shorter message is none: nobody has said a word.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    private readonly FlowServices _services;
    private readonly QueueHost _host;
    private readonly OutsideDialling _outside;
    private readonly OutgoingTalk _talk;
    private readonly CallbackDesk _callbacks;
    private readonly Func<SiteInForce> _site;
    private readonly Dictionary<string, IDisposable> _limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageWork> _waiting = new(StringComparer.Ordinal);

    /// <param name="services">What flows work with.</param>
    /// <param name="host">Runs the queues.</param>
    /// <param name="outside">Calls customers.</param>
    /// <param name="talk">What agents hear meanwhile.</param>
    /// <param name="callbacks">Calls those later whom an agent did not reach.</param>
    /// <param name="site">The site in force.</param>
    public MessageDesk(
        FlowServices services,
        QueueHost host,
        OutsideDialling outside,
        OutgoingTalk talk,
        CallbackDesk callbacks,
        Func<SiteInForce> site) =>
        (_services, _host, _outside, _talk, _callbacks, _site) = (services, host, outside, talk, callbacks, site);

    /// <summary>An agent has heard a message, named by its recording.</summary>
    public event Action<string>? Heard;

    /// <summary>True when no more can be kept.</summary>
    public bool IsFull => _limits.Count >= MostOwed;

    /// <summary>A caller begins to speak. It is written at once, so that what was spoken is found after a power cut.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="waited">What waits, with its turn.</param>
    /// <param name="recording">Of the message.</param>
    public MessageOwed Begin(FlowCall flow, QueueWork visit, WorkItem waited, string recording)
    {
        var begun = new MessageOwed(
            flow.Call.Id,
            visit.Id,
            $"{flow.Call.Id}-{flow.NextVisit()}",
            visit.Queue,
            recording,
            Length: null,
            visit.Customer,
            waited.Turn,
            waited.HeadStart,
            waited.Skills,
            _services.Loop.Time.GetUtcNow() + QueueDefaults.MessageKept);
        _host.Write(begun);
        return begun;
    }

    /// <summary>It is spoken and on disk, and waits from now on.</summary>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="sound">Its sound.</param>
    /// <param name="site">The version of the site by which it is heard.</param>
    public void Keep(MessageOwed begun, MessageSound sound, SiteInForce site) =>
        Put(new MessageTicket(begun with { Length = sound.Length, IsCutOff = sound.IsCutOff }, site));

    /// <summary>A message of a mailbox becomes work of a queue too; it waits in the order in which messages came.</summary>
    /// <param name="call">The call in which it was spoken.</param>
    /// <param name="queue">The queue; it is in the site in force.</param>
    /// <param name="recording">Of the message; the visit has the same id.</param>
    /// <param name="length">Of its sound.</param>
    /// <param name="caller">Number of the caller; null when unknown.</param>
    /// <returns>False when too many wait already.</returns>
    public bool Owe(CallId call, string queue, string recording, TimeSpan length, string? caller)
    {
        if (!IsFull)
        {
            var now = _services.Loop.Time.GetUtcNow();
            var kept = now + QueueDefaults.MessageKept;
            Put(new MessageTicket(
                new MessageOwed(call, recording, recording, queue, recording, length, caller, now, TimeSpan.Zero, [], kept), _site()));
            return true;
        }

        return false;
    }

    /// <summary>A message that waits is no work any more; an agent who hears it at this very moment goes on.</summary>
    public void Withdraw(string recording, string why)
    {
        foreach (var work in _waiting.Values.Where(work => work.Ticket.Owed.Recording == recording && _host.Holds(work)).ToList())
        {
            _host.Leave(work, VisitOutcome.Overflowed, why);
            Lose(work, why);
        }
    }

    /// <summary>There is no message after all.</summary>
    public void Drop(MessageOwed begun, string why) => Write(begun, isHeard: false, isReached: false, why);

    /// <summary>Takes up what waited before a restart, and what was being spoken then.</summary>
    public void Restore(IEnumerable<MessageOwed> owed)
    {
        var site = _site();
        foreach (var one in owed)
        {
            if (!site.Model.Queues.ContainsKey(one.Queue))
            {
                var why = $"Queue {one.Queue} is not there any more; the message can be heard among the recordings.";
                _host.Write(new QueueLeft(one.Call, one.Ticket, nameof(VisitOutcome.Overflowed), why));
                Drop(one, why);
            }
            else if (one.Length is not null)
            {
                Enter(new MessageTicket(one, site));
            }
            else if (_services.Recorder.LengthOfMessage(one.Recording) is { } length && length >= Shortest)
            {
                const string Why = "What the caller had spoken before the stop is kept as a message.";
                _host.Write(new QueueLeft(one.Call, one.Visit, nameof(VisitOutcome.MessageLeft), Why));
                Put(new MessageTicket(one with { Length = length, IsCutOff = true }, site));
            }
            else
            {
                Drop(one, "The box stopped before the caller had spoken a message.");
            }
        }
    }

    /// <summary>It was not heard to its end: it waits again, in its place.</summary>
    public void PutBack(MessageWork work)
    {
        Forget(work);
        var owed = work.Ticket.Owed;
        Put(work.Ticket with { Owed = owed with { Ticket = OwedWork.NextId(owed.Ticket) } });
    }

    /// <summary>It was heard.</summary>
    /// <param name="work">The message.</param>
    /// <param name="isReached">True when its caller was called back and answered.</param>
    /// <param name="why">In words.</param>
    public void Close(MessageWork work, bool isReached, string why)
    {
        Forget(work);
        Write(work.Ticket.Owed, isHeard: true, isReached, why, isReached ? work.ReachedAt : null);
        Heard?.Invoke(work.Ticket.Owed.Recording);
    }

    /// <summary>Nobody can hear it any more in its place.</summary>
    public void Lose(MessageWork work, string why)
    {
        Forget(work);
        Write(work.Ticket.Owed, isHeard: false, isReached: false, why);
    }

    /// <summary>It was heard, and its caller did not answer: a call back is owed.</summary>
    /// <param name="work">The message.</param>
    /// <param name="number">Whom to call.</param>
    /// <param name="why">Why the caller was not reached.</param>
    public void CallLater(MessageWork work, string number, Cause why)
    {
        Close(work, isReached: false, $"An agent has heard the message. {number} could not be reached: {why.Words}");
        var (owed, site, now) = (work.Ticket.Owed, work.Ticket.Site, _services.Loop.Time.GetUtcNow());
        if (site.Model.Queues[owed.Queue].Callback is { } callback && !_callbacks.Owes(number))
        {
            _callbacks.Owe(
                new CallbackOwed(
                    owed.Call,
                    owed.Visit,
                    OwedWork.NextId(owed.Ticket),
                    owed.Queue,
                    number,
                    owed.Turn,
                    owed.HeadStart,
                    owed.Skills,
                    now + CallbackTicket.BetweenTries,
                    now + callback.Keep,
                    why.Code == CauseCode.NoLine ? 0 : 1),
                site);
        }
    }

    private void Put(MessageTicket ticket)
    {
        _host.Write(ticket.Owed);
        Enter(ticket);
    }

    private void Enter(MessageTicket ticket)
    {
        var owed = ticket.Owed;
        var work = new MessageWork(ticket, _services, _host, _outside, _talk, this);
        _waiting[work.Id] = work;
        var now = _services.Loop.Time.GetUtcNow();
        var left = owed.KeptUntil - now;
        _limits[work.Id] = _services.Loop.Schedule(left > TimeSpan.Zero ? left : TimeSpan.Zero, () => GiveUp(work));
        _host.Enter(work, new WorkItem(work.Id, owed.Queue, WorkKind.Message, now)
        {
            Turn = owed.Turn,
            HeadStart = owed.HeadStart,
            Skills = [.. owed.Skills],
        });
    }

    // An agent who hears it at this very moment goes on.
    private void GiveUp(MessageWork work)
    {
        if (_host.Holds(work))
        {
            var why = $"Nobody has heard the message in {QueueDefaults.MessageKept.Days} days; it can be heard among the recordings.";
            _host.Leave(work, VisitOutcome.Overflowed, why);
            Lose(work, why);
        }
    }

    private void Forget(MessageWork work)
    {
        _waiting.Remove(work.Id);
        if (_limits.Remove(work.Id, out var limit))
        {
            limit.Dispose();
        }
    }

    private void Write(MessageOwed owed, bool isHeard, bool isReached, string why, DateTimeOffset? reachedAt = null) =>
        _host.Write(new MessageEnded(owed.Call, owed.Visit, owed.Ticket, isHeard, isReached, why) { ReachedAt = reachedAt });
}

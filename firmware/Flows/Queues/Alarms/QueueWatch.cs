using System.Collections.Immutable;
using Switchhook.Acd;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Signals;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Queues.Board;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Alarms;

/// <summary>Looks at the queues after each event and when time alone changes them: tells their signals, and writes their alarms.</summary>
/// <remarks>Nothing ticks while nobody waits. Control loop only, but for <see cref="Signals"/>.</remarks>
public sealed class QueueWatch : IDisposable
{
    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly QueueBoard _board;
    private readonly LiveBoard _live;
    private readonly RecentVisits _visits = new();
    private readonly Dictionary<string, AlarmWatch> _alarms = new(StringComparer.Ordinal);
    private volatile ImmutableSortedDictionary<string, QueueSignal> _signals =
        ImmutableSortedDictionary.Create<string, QueueSignal>(StringComparer.Ordinal);

    private SiteModel? _site;
    private SiteHours? _hours;
    private IDisposable? _timer;
    private bool _willLook;

    /// <summary>Nothing is watched until <see cref="Apply"/>.</summary>
    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Tells what happens, and takes the alarms.</param>
    /// <param name="board">What the agents do; shows each event before this does.</param>
    /// <param name="live">Tells of night.</param>
    public QueueWatch(ControlLoop loop, CallJournal journal, QueueBoard board, LiveBoard live)
    {
        (_loop, _journal, _board, _live) = (loop, journal, board, live);
        journal.Appended += OnAppended;
    }

    /// <summary>A signal is another one now.</summary>
    public event Action? Changed;

    /// <summary>The signals by queue; any thread.</summary>
    public IReadOnlyDictionary<string, QueueSignal> Signals => _signals;

    /// <summary>Watches the queues of a site; alarms of those that are gone are over.</summary>
    public void Apply(SiteModel site)
    {
        (_site, _hours) = (site, new SiteHours(site));
        foreach (var gone in _alarms.Keys.Except(site.Queues.Keys).ToList())
        {
            _alarms.Remove(gone, out var watch);
            Write(gone, watch!.End());
        }

        LookSoon();
    }

    /// <summary>Watches no longer.</summary>
    public void Dispose()
    {
        _journal.Appended -= OnAppended;
        _timer?.Dispose();
        _timer = null;
        _site = null;
    }

    // Alarms are history, which is not written while other history is.
    private void OnAppended(JournalEvent journalEvent)
    {
        if (_visits.Apply(journalEvent) || journalEvent.Entry is AgentChanged or AgentAssigned or NightChanged)
        {
            LookSoon();
        }
    }

    private void LookSoon()
    {
        if (!_willLook)
        {
            _willLook = true;
            _loop.Post(Look);
        }
    }

    private void Look()
    {
        _willLook = false;
        if (_site is not { } site || _hours is not { } hours)
        {
            return;
        }

        var now = _loop.Time.GetUtcNow();
        var signals = _signals.Clear();
        var next = hours.ChangesAt(now) ?? DateTimeOffset.MaxValue;
        foreach (var queue in site.Queues.Values)
        {
            var (signal, change) = Look(site, queue, !hours.Of(queue.Name).IsOpenAt(now), now);
            signals = signals.Add(queue.Name, signal);
            next = change < next ? change.Value : next;
        }

        LookAt(next, now);
        if (!signals.SequenceEqual(_signals))
        {
            _signals = signals;
            Changed?.Invoke();
        }
    }

    private (QueueSignal Signal, DateTimeOffset? NextLookAt) Look(
        SiteModel site, QueueConfig queue, bool isClosed, DateTimeOffset now)
    {
        if (!_alarms.TryGetValue(queue.Name, out var watch))
        {
            _alarms[queue.Name] = watch = new AlarmWatch(queue.Name);
        }

        var agents = _board.Current.Assigned.AgentsOf(site, queue).Select(agent => StateOf(agent.Agent));
        var moment = new QueueMoment(queue.Name, now, _visits.At(now), agents)
        {
            IsNight = isClosed || _live.Current.Night is not null,
        };
        Write(queue.Name, watch.Look(moment, LimitsOf(queue)));
        var target = queue.ServiceLevel.Within;
        var change = QueueSignals.NextChangeAt(moment, target, watch.HasAlarm);
        return (
            QueueSignals.Of(moment, target, watch.HasAlarm),
            change is null || watch.NextLookAt < change ? watch.NextLookAt : change);
    }

    private void LookAt(DateTimeOffset next, DateTimeOffset now)
    {
        _timer?.Dispose();
        _timer = next == DateTimeOffset.MaxValue ? null : _loop.Schedule(next > now ? next - now : TimeSpan.Zero, Look);
    }

    private AgentState StateOf(string agent) => _board.Current.Agents.GetValueOrDefault(agent)?.State ?? AgentState.LoggedOut;

    private void Write(string queue, IEnumerable<AlarmChange> changes)
    {
        foreach (var change in changes)
        {
            _journal.Append(new AlarmChanged(queue, change.Kind.ToString(), change.On, change.Words));
        }
    }

    private static AlarmLimits LimitsOf(QueueConfig queue) => new(
        queue.Alarms.LongestWait, queue.Alarms.Waiting, queue.Alarms.ServiceLevel, queue.Alarms.Agents)
    {
        Rules = new FigureRules { AnswerWithin = queue.ServiceLevel.Within, ShortAbandon = queue.ShortAbandon },
    };
}

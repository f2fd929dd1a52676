using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Panel;
using Switchhook.Site;
using Switchhook.Site.Alerts;

namespace Switchhook.Flows.Queues.Alarms;

/// <summary>Tells alarms of queues and trouble of lines to whom the site file names. Control loop only.</summary>
/// <remarks>
/// It is told by the journal. What is wrong while a receiver is named newly is told to it at once; what it was told by one that is gone
/// from the site file stays told. After a restart everything begins anew.
/// </remarks>
public sealed class AlertDesk : IDisposable
{
    private const string FraudAttempt = "FraudAttempt";

    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly IAlertSender _sender;
    private readonly IReadOnlyList<IRelay> _relays;
    private readonly LineTroubles _lines;
    private readonly SortedDictionary<string, Alert> _on = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AlertPost> _posts = new(StringComparer.Ordinal);
    private SiteModel? _site;

    /// <summary>Nobody is told until <see cref="Apply"/>.</summary>
    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Tells what happens.</param>
    /// <param name="sender">Sends over the network.</param>
    /// <param name="relays">The free relays of the board.</param>
    public AlertDesk(ControlLoop loop, CallJournal journal, IAlertSender sender, IReadOnlyList<IRelay> relays)
    {
        (_loop, _journal, _sender, _relays) = (loop, journal, sender, relays);
        _lines = new LineTroubles(loop, (line, on, words) => Tell(null, line, "Line", on, words));
        journal.Appended += OnAppended;
    }

    /// <summary>Tells whom a site names.</summary>
    public void Apply(SiteModel site)
    {
        _site = site;
        foreach (var post in _posts.Values.Where(post => site.Alerts.GetValueOrDefault(post.To.Name) != post.To).ToList())
        {
            _posts.Remove(post.To.Name);
            post.Close();
        }

        foreach (var alert in site.Alerts.Values.Where(alert => alert.Way is not AlertWay.Relay && !_posts.ContainsKey(alert.Name)))
        {
            var post = _posts[alert.Name] = new AlertPost(alert, _sender, _loop, _journal);
            foreach (var on in _on.Values.Where(on => IsAbout(alert, on)))
            {
                post.Add(on);
            }
        }

        MoveRelays();
    }

    /// <summary>Tells nobody any more, and lets the relays go to rest.</summary>
    public void Dispose()
    {
        _journal.Appended -= OnAppended;
        _lines.Dispose();
        foreach (var post in _posts.Values)
        {
            post.Dispose();
        }

        _posts.Clear();
        _on.Clear();
        MoveRelays();
    }

    // What is about a phone concerns everyone: help, or money.
    private static bool IsAbout(AlertConfig to, Alert alert) =>
        alert.Phone is not null || alert.Alarm == FraudAttempt
        || (alert.Queue is { } queue ? to.IsAboutQueue(queue) : to.IsAboutLine(alert.Line!));

    private void OnAppended(JournalEvent journalEvent)
    {
        switch (journalEvent.Entry)
        {
            case AlarmChanged e:
                Tell(e.Queue, null, e.Alarm, e.On, e.Why);
                break;
            case LineChanged e:
                _lines.Apply(e);
                break;
            case LineRemoved e:
                _lines.Apply(e);
                break;
            case PartChanged e when e.Part.StartsWith(LineInSet.Part, StringComparison.Ordinal):
                Tell(null, null, e.Part, e.Fault is not null, e.Words);
                break;
            case EmergencyCalled e:
                Tell(null, null, "Emergency", true, e.Words, e.Phone);
                break;
            case EmergencyEnded e:
                Tell(null, null, "Emergency", false, e.Words, e.Phone);
                break;
            case OutsideStopped e:
                Tell(null, null, "Fraud", e.Until is not null, e.Words, e.Phone);
                break;
            case OutsideTried e:
                Tell(null, e.Line, FraudAttempt, e.On, e.Words, e.Phone);
                break;
        }
    }

    private void Tell(string? queue, string? line, string alarm, bool on, string words, string? phone = null)
    {
        if (_site is not { } site)
        {
            return;
        }

        var alert = new Alert(site.Name, queue, line, alarm, on, _loop.Time.GetUtcNow(), words) { Phone = phone };
        _on.Remove(alert.Key);
        if (on)
        {
            _on.Add(alert.Key, alert);
        }

        foreach (var post in _posts.Values.Where(post => IsAbout(post.To, alert)))
        {
            post.Add(alert);
        }

        MoveRelays();
    }

    // One of which no alert speaks is at rest.
    private void MoveRelays()
    {
        foreach (var relay in _relays)
        {
            relay.IsPulled = _site?.Alerts.Values.Any(alert =>
                alert.Way is AlertWay.Relay way && way.Name == relay.Name && _on.Values.Any(on => IsAbout(alert, on))) ?? false;
        }
    }
}

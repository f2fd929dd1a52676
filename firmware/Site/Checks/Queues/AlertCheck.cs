using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Checks what alerts name: free relays, queues with alarms, lines; and that no password travels in the clear.</summary>
internal static class AlertCheck
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The site.</param>
    /// <param name="board">Its board; null when there is none of that name.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static void Run(SiteDraft draft, Board? board, MistakeLog log)
    {
        var relays = new Dictionary<string, AlertDraft>(StringComparer.Ordinal);
        foreach (var alert in draft.Alerts)
        {
            switch (alert.Way)
            {
                case AlertWayDraft.Relay { Name: var relay }:
                    CheckRelay(relay, board, log);
                    if (!relays.TryAdd(relay.Value, alert))
                    {
                        log.Error(
                            relay.At,
                            $"Alert {relays[relay.Value].Name.Value} pulls the relay {relay.Value} already.",
                            "Name the queues and lines of both in one alert.");
                    }

                    break;
                case AlertWayDraft.Mail { Tls: false, User: { } user }:
                    log.Error(
                        user.At,
                        "The password of this account would travel in the clear.",
                        "Remove \"tls: no\", or send without \"user\".");
                    break;
            }

            CheckNames(alert, draft, log);
        }
    }

    private static void CheckRelay(Located<string> relay, Board? board, MistakeLog log)
    {
        if (board is null || board.Relays.GetValueOrDefault(relay.Value) is { PowerFail: null })
        {
            return;
        }

        if (board.Relays.ContainsKey(relay.Value))
        {
            log.Error(
                relay.At,
                $"The relay {relay.Value} gives a line to a phone while the box has no power.",
                "Name another relay: this one is not free.");
            return;
        }

        var free = board.Relays.Values.Where(part => part.PowerFail is null).Select(part => part.Name).ToList();
        log.Error(
            relay.At,
            $"The board {board.Name} has no relay \"{relay.Value}\".",
            NearestWord.Of(relay.Value, free) is { } nearest ? $"Write \"{nearest}\" instead."
            : free.Count == 0 ? "Remove the alert: this board has no free relay."
            : $"Write one of: {string.Join(", ", free)}.");
    }

    private static void CheckNames(AlertDraft alert, SiteDraft draft, MistakeLog log)
    {
        foreach (var name in alert.Queues)
        {
            if (!draft.Queues.Has(name.Value))
            {
                SiteChecks.NoteUnknown(name, "queue", "queues", draft.Queues, log);
            }
            else if (draft.Queues.Any(queue => queue.Name.Value == name.Value && !HasAlarms(queue)))
            {
                log.Warn(
                    name.At,
                    $"Queue {name.Value} has no alarms: alert {alert.Name.Value} never tells of it.",
                    "Add \"alarms: {longest-wait: 3 min}\" to the queue.");
            }
        }

        foreach (var name in alert.Lines.Where(name => !draft.Outside.Has(name.Value)))
        {
            SiteChecks.NoteUnknown(name, "line or trunk", "lines", draft.Outside, log);
        }
    }

    private static bool HasAlarms(QueueDraft queue) => queue.Settings.Alarms != QueueAlarms.None || queue.AlarmAgents is not null;
}

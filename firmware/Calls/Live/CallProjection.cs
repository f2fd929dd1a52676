using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;

namespace Switchhook.Calls.Live;

/// <summary>Makes a call's row from its events. The live board and the store use this same code, so they always agree.</summary>
public static class CallProjection
{
    /// <summary>The row after one more event.</summary>
    /// <param name="row">The row so far; null before <see cref="CallStarted"/>.</param>
    /// <param name="journalEvent">An event of that call.</param>
    /// <returns>Null when the event cannot belong to a call that has not begun.</returns>
    public static CallRecord? Apply(CallRecord? row, JournalEvent journalEvent)
    {
        var at = journalEvent.At;
        if (row is null)
        {
            return journalEvent.Entry is CallStarted start
                ? new CallRecord(
                    start.Call, start.Direction, start.From, start.CallerNumber, start.CallerName, start.Dialled, at,
                    null, null, null, null, null, null, null, [], journalEvent.Seq, at)
                : null;
        }

        var next = journalEvent.Entry switch
        {
            LegStarted e => row with { Legs = [.. row.Legs, new LegRecord(e.Leg, e.Party, e.Origin, at, null, false, null)] },
            LegAnswered e => row with { Legs = Change(row.Legs, e.Leg, leg => leg with { AnsweredAt = at }) },
            LegHeld e => row with { Legs = Change(row.Legs, e.Leg, leg => leg with { Held = e.Held }) },
            LegMeasured e => row with { Legs = Change(row.Legs, e.Leg, leg => leg with { Quality = e.Quality }) },
            LegEnded e => row with { Legs = Change(row.Legs, e.Leg, leg => leg with { EndedAt = e.EndedAt ?? at }) },
            CallConnected e => row with { AnsweredAt = row.AnsweredAt ?? at, AnsweredBy = row.AnsweredBy ?? e.By },
            RecordingStarted e => row with { Recording = e.Recording, RecordingFile = e.File },
            RecordingEnded e => row with { RecordingLength = e.Length },
            CallNoted e => row with { Note = e.Note.Length == 0 ? null : e.Note },
            CallEnded e => row with { EndedAt = e.EndedAt ?? at, Cause = e.Cause },
            _ => row,
        };
        return next with { LastSeq = journalEvent.Seq, LastEventAt = at };
    }

    private static List<LegRecord> Change(IReadOnlyList<LegRecord> legs, string id, Func<LegRecord, LegRecord> change) =>
        [.. legs.Select(leg => leg.Id == id ? change(leg) : leg)];
}

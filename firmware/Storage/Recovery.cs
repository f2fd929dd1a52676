using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage;

/// <summary>
/// Closes at the start what a crash or a power cut left open: calls without an end, and recordings without a length.
/// </summary>
/// <remarks>
/// The entries that it writes are dated now, when they are written, and carry the true time in <c>EndedAt</c>, which is what the row shows:
/// the last sign of the box, up to which the call went on, or, when that lasted longer, the end of its recorded sound. Runs before the
/// <see cref="JournalStore"/> is made, after the files of recordings have been repaired.
/// </remarks>
public sealed class Recovery
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly TimeZoneInfo _zone;
    private readonly Func<string, TimeSpan?> _soundOf;

    /// <summary>Recovery of a database.</summary>
    /// <param name="database">Opened, and not yet written to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="zone">The site's zone, for the words.</param>
    /// <param name="soundOf">
    /// Length of the sound in a recording's file (path below the recordings folder); null when there is no file.
    /// </param>
    public Recovery(Database database, TimeProvider time, TimeZoneInfo zone, Func<string, TimeSpan?> soundOf)
    {
        _database = database;
        _time = time;
        _zone = zone;
        _soundOf = soundOf;
    }

    /// <summary>Closes what is open.</summary>
    /// <returns>What was closed; when the disk does not take it, that is told in the words, and the next start tries again.</returns>
    public RecoveryReport Run()
    {
        var open = ReadOpen(out var seq, out var lastSign, out var stoppedInOrder, out var why);
        var now = Whole(_time.GetUtcNow());
        var events = new List<JournalEvent>();
        foreach (var call in open)
        {
            foreach (var entry in EntriesFor(call))
            {
                events.Add(new JournalEvent(++seq, now, entry));
            }
        }

        var failure = Write(events);
        var cutOff = failure is null ? Reread(open.Where(call => call.EndedAt is null)) : [];
        return new RecoveryReport(cutOff, events, lastSign, stoppedInOrder, Words(cutOff.Count, lastSign, stoppedInOrder, why, failure));
    }

    private List<CallRecord> ReadOpen(out long seq, out DateTimeOffset? lastSign, out bool stoppedInOrder, out string? why)
    {
        using var connection = _database.OpenReader();
        seq = JournalNumbers.Last(connection);
        var last = connection.QueryFirstOrDefault<(long At, string Kind, string? Why)?>(
            "select at, kind, case kind when 'box.stopped' then entry ->> '$.why' end from journal order by seq desc limit 1");
        lastSign = Milliseconds.At(last?.At);
        (stoppedInOrder, why) = (last is null || last.Value.Kind == "box.stopped", last?.Why);
        var rows = connection.Query<CallRow>(
            $"""
            select {CallRow.Columns} from calls
            where ended_at is null or (recording is not null and recorded_ms is null)
            order by started_at, id
            """);
        return [.. rows.Select(row => row.ToRecord())];
    }

    private IEnumerable<JournalEntry> EntriesFor(CallRecord call)
    {
        var lastSign = call.EndedAt is null ? Later(call.LastEventAt, LastSignAfter(call)) : call.LastEventAt;
        RecordingEnded? recorded = null;
        if (call is { Recording: { } recording, RecordingFile: { } file, RecordingLength: null })
        {
            var length = _soundOf(file) ?? TimeSpan.Zero;
            recorded = new RecordingEnded(call.Id, recording, length, RecordingWords(length));
            lastSign = Later(lastSign, RecordingBeganAt(call) + length);
        }

        if (call.EndedAt is null)
        {
            var local = TimeZoneInfo.ConvertTime(lastSign, _zone);
            var words = string.Create(
                CultureInfo.InvariantCulture, $"The box stopped during this call; its last sign is from {local:yyyy-MM-dd HH:mm:ss}.");
            var cause = new Cause(CauseCode.BoxStopped, words);
            foreach (var leg in call.Legs.Where(leg => leg.EndedAt is null))
            {
                yield return new LegEnded(call.Id, leg.Id, leg.Party, cause, lastSign);
            }

            yield return new CallEnded(call.Id, cause, lastSign);
        }

        if (recorded is not null)
        {
            yield return recorded;
        }
    }

    // Of the start in which the call was in progress: an earlier recovery may have found no room to close it.
    private DateTimeOffset? LastSignAfter(CallRecord call)
    {
        using var connection = _database.OpenReader();
        return Milliseconds.At(connection.ExecuteScalar<long?>(
            """
            select at from journal
            where seq >= @LastSeq
              and seq < ifnull((select min(seq) from journal where seq > @LastSeq and kind = 'box.started'), 9223372036854775807)
            order by seq desc limit 1
            """,
            new { call.LastSeq }));
    }

    private DateTimeOffset? RecordingBeganAt(CallRecord call)
    {
        using var connection = _database.OpenReader();
        return Milliseconds.At(connection.ExecuteScalar<long?>(
            "select max(at) from journal where call = @Value and kind = 'recording.started'", new { call.Id.Value }));
    }

    // On a disk without space the reserve makes room for the ends of these calls.
    private string? Write(List<JournalEvent> events)
    {
        if (events.Count == 0)
        {
            return null;
        }

        try
        {
            WriteOrMakeRoom(events);
            return null;
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return SqliteFailure.Words(failure);
        }
    }

    private void WriteOrMakeRoom(List<JournalEvent> events)
    {
        try
        {
            new JournalTransaction(_database).Write(events);
        }
        catch (SqliteException failure) when (SqliteFailure.MayBeFullDisk(failure) && GiveUpReserve())
        {
            new JournalTransaction(_database).Write(events);
        }
    }

    private bool GiveUpReserve() => new Ballast(Path.GetDirectoryName(_database.File)!).Release();

    private List<CallRecord> Reread(IEnumerable<CallRecord> calls)
    {
        using var connection = _database.OpenReader();
        return [.. calls.Select(call => JournalTransaction.Load(connection, call.Id)).OfType<CallRecord>()];
    }

    private string Words(int calls, DateTimeOffset? lastSign, bool stoppedInOrder, string? why, string? failure)
    {
        if (failure is not null)
        {
            return $"Calls that the last stop cut off cannot be closed yet: {failure} The next start tries again.";
        }

        if (stoppedInOrder && calls == 0)
        {
            return lastSign is null ? "This is the first start with this data."
                : why is null ? "The box had stopped in good order."
                : $"The box had stopped in good order. {why}";
        }

        var local = lastSign is { } sign ? TimeZoneInfo.ConvertTime(sign, _zone) : default;
        var cut = calls switch
        {
            0 => "No call was in progress.",
            1 => "One call was cut off.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{calls} calls were cut off."),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The box had stopped without notice (power or crash); its last sign is from {local:yyyy-MM-dd HH:mm:ss}. {cut}");
    }

    private static string RecordingWords(TimeSpan length) => length > TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $"The recording was cut off by a restart after {length.TotalSeconds:0.0} s.")
        : "The recording was cut off by a restart before any sound was on the disk.";

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? Whole(b.Value) : a;

    private static DateTimeOffset Whole(DateTimeOffset at) => Milliseconds.At(Milliseconds.Of(at));
}

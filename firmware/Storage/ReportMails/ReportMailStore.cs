using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.ReportMails;

/// <summary>The reports that are sent as mail, and how far each is. Any thread.</summary>
/// <remarks>
/// A report is marked before a server is given it and after. A kill between leaves the first mark alone: nobody knows whether it was sent,
/// and so it is not sent once more by itself.
/// </remarks>
public sealed class ReportMailStore(Database database, TimeProvider time)
{
    /// <summary>Most of them.</summary>
    public const int Most = 50;

    /// <summary>Something was changed by a person. On the thread that has done it.</summary>
    public event Action? Changed;

    /// <summary>All, by name.</summary>
    public IReadOnlyList<ReportSchedule> List()
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<ReportMailRow>($"{ReportMailRow.Select} order by name collate nocase, id");
        return [.. rows.Select(row => row.ToSchedule())];
    }

    /// <summary>One; null when there is none of that id.</summary>
    public ReportSchedule? Find(string id)
    {
        using var connection = database.OpenReader();
        return connection.QuerySingleOrDefault<ReportMailRow>($"{ReportMailRow.Select} where id = @id", new { id })?.ToSchedule();
    }

    /// <summary>Makes one; its first report is the next that is due.</summary>
    /// <returns>Null when there are <see cref="Most"/> already, or the disk does not take it.</returns>
    public ReportSchedule? Create(ReportSchedule wanted)
    {
        var now = time.GetUtcNow();
        var made = wanted with { Id = RandomNumberGenerator.GetHexString(12, lowercase: true), MadeAt = now, DueAt = now };
        var count = Try((connection, transaction) => connection.Execute(
            """
            insert into report_mails (id, name, subject, subject_of, every, day, minute, receivers, alert, made_by, made_at, due_at)
            select @Id, @Name, @Subject, @SubjectName, @Every, @Day, @Minute, @Receivers, @Alert, @MadeBy, @Now, @Now
            where (select count(*) from report_mails) < @Most
            """,
            ReportMailRow.Values(made, now),
            transaction));
        return Told(count) ? Find(made.Id) : null;
    }

    /// <summary>Changes what it is; what was owed before is not any more.</summary>
    /// <returns>False when there is none of that id, or the disk does not take it.</returns>
    public bool Change(ReportSchedule schedule) => Told(Try((connection, transaction) => connection.Execute(
        """
        update report_mails set name = @Name, subject = @Subject, subject_of = @SubjectName, every = @Every, day = @Day, minute = @Minute,
            receivers = @Receivers, alert = @Alert, due_at = @Now, is_owed = 0, sending_at = null, tries = 0, next_at = null,
            last_error = null
        where id = @Id
        """,
        ReportMailRow.Values(schedule, time.GetUtcNow()),
        transaction)));

    /// <summary>Pauses, or goes on with the next that is due.</summary>
    public bool SetPaused(string id, bool paused) => Told(Try((connection, transaction) => connection.Execute(
        """
        update report_mails set paused_at = case when @paused then coalesce(paused_at, @now) end, due_at = @now, is_owed = 0,
            sending_at = null, tries = 0, next_at = null
        where id = @id
        """,
        new { id, paused, now = Milliseconds.Of(time.GetUtcNow()) },
        transaction)));

    /// <summary>Has the newest report sent now, also when it was sent before, and of one that is paused.</summary>
    public bool SendNow(string id) => Told(Try((connection, transaction) => connection.Execute(
        """
        update report_mails set due_at = @now, is_owed = 1, sending_at = null, tries = 0, next_at = null, last_error = null where id = @id
        """,
        new { id, now = Milliseconds.Of(time.GetUtcNow()) },
        transaction)));

    /// <summary>Removes one.</summary>
    public bool Remove(string id) => Told(Try((connection, transaction) => connection.Execute(
        "delete from report_mails where id = @id", new { id }, transaction)));

    /// <summary>A report is due: it is owed from now on, and those before it are not any more.</summary>
    /// <param name="id">Of which.</param>
    /// <param name="dueAt">Its time.</param>
    public bool Owe(string id, DateTimeOffset dueAt) => Note(
        "due_at = @At, is_owed = 1, sending_at = null, tries = 0, next_at = null", id, dueAt);

    /// <summary>Nothing is owed; the next that is due is the first after a time.</summary>
    /// <param name="id">Of which.</param>
    /// <param name="at">That time.</param>
    public bool Settle(string id, DateTimeOffset at) => Note(
        "due_at = @At, is_owed = 0, sending_at = null, tries = 0, next_at = null", id, at);

    /// <summary>A server is about to be given the report that is owed.</summary>
    public bool Begin(string id) => Note("sending_at = @At", id, time.GetUtcNow());

    /// <summary>The server has taken it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="trouble">For whom it has not, as a sentence; null when for all.</param>
    public bool Sent(string id, string? trouble) => Note(
        "is_owed = 0, sending_at = null, tries = 0, next_at = null, last_error = @error, last_sent_at = @At",
        id,
        time.GetUtcNow(),
        trouble);

    /// <summary>The server has not taken it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="error">Why, as a sentence.</param>
    /// <param name="nextAt">When it is tried again.</param>
    public bool Failed(string id, string error, DateTimeOffset nextAt) => Note(
        "sending_at = null, tries = tries + 1, next_at = @At, last_error = @error", id, nextAt, error);

    /// <summary>Nobody knows whether it was sent: it is not owed any more.</summary>
    /// <param name="id">Which.</param>
    /// <param name="error">What people are told, as a sentence.</param>
    public bool Doubt(string id, string error) => Note("is_owed = 0, sending_at = null, last_error = @error", id, time.GetUtcNow(), error);

    private bool Note(string set, string id, DateTimeOffset at, string? error = null) => Try((connection, transaction) =>
        connection.Execute($"update report_mails set {set} where id = @id", new { id, At = Milliseconds.Of(at), error }, transaction)) == 1;

    private bool Told(int count)
    {
        Changed?.Invoke();
        return count == 1;
    }

    private int Try(Func<SqliteConnection, SqliteTransaction, int> work)
    {
        try
        {
            return database.Write(work);
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return 0;
        }
    }
}

namespace Switchhook.Storage.ReportMails;

/// <summary>A report by mail as the columns of its table.</summary>
internal sealed class ReportMailRow
{
    public const string Select =
        """
        select id as Id, name as Name, subject as Subject, subject_of as SubjectName, every as Every, day as Day, minute as Minute,
            receivers as Receivers, alert as Alert, made_by as MadeBy, made_at as MadeAt, paused_at as PausedAt, due_at as DueAt,
            is_owed as IsOwed, sending_at as SendingAt, tries as Tries, next_at as NextAt, last_error as LastError,
            last_sent_at as LastSentAt
        from report_mails
        """;

    private const char Between = '\n';

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Subject { get; init; } = "";

    public string? SubjectName { get; init; }

    public string Every { get; init; } = "";

    public long Day { get; init; }

    public long Minute { get; init; }

    public string Receivers { get; init; } = "";

    public string? Alert { get; init; }

    public string MadeBy { get; init; } = "";

    public long MadeAt { get; init; }

    public long? PausedAt { get; init; }

    public long DueAt { get; init; }

    public bool IsOwed { get; init; }

    public long? SendingAt { get; init; }

    public long Tries { get; init; }

    public long? NextAt { get; init; }

    public string? LastError { get; init; }

    public long? LastSentAt { get; init; }

    public static object Values(ReportSchedule schedule, DateTimeOffset now) => new
    {
        schedule.Id,
        schedule.Name,
        schedule.Subject,
        schedule.SubjectName,
        Every = schedule.Every.ToString().ToLowerInvariant(),
        schedule.Day,
        Minute = (schedule.At.Hour * 60) + schedule.At.Minute,
        Receivers = string.Join(Between, schedule.Receivers),
        schedule.Alert,
        schedule.MadeBy,
        Now = Milliseconds.Of(now),
        ReportMailStore.Most,
    };

    public ReportSchedule ToSchedule() => new(
        Id,
        Name,
        Subject,
        SubjectName,
        Enum.TryParse<ReportRhythm>(Every, ignoreCase: true, out var every) ? every : ReportRhythm.Daily,
        (int)Day,
        new TimeOnly((int)Minute / 60, (int)Minute % 60))
    {
        Receivers = [.. Receivers.Split(Between, StringSplitOptions.RemoveEmptyEntries)],
        Alert = Alert,
        MadeBy = MadeBy,
        MadeAt = Milliseconds.At(MadeAt),
        PausedAt = Milliseconds.At(PausedAt),
        DueAt = Milliseconds.At(DueAt),
        IsOwed = IsOwed,
        SendingAt = Milliseconds.At(SendingAt),
        Tries = (int)Tries,
        NextAt = Milliseconds.At(NextAt),
        LastError = LastError,
        LastSentAt = Milliseconds.At(LastSentAt),
    };
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Journal;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.ReportMails;

/// <summary>
/// Sends reports when they are due, one after the other. What was missed while the box was off is sent once: the newest. A report that a
/// server did not take is tried again until the next one is due.
/// </summary>
internal sealed partial class ReportMailClock(
    WebBackend backend, Stores stores, ReportMailMaker maker, ILogger<ReportMailClock> log) : BackgroundService
{
    /// <summary>It looks at least this often: the clock of the box may be set.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the first try without success; it doubles with each more, up to <see cref="LongestWait"/>.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between tries.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>A clock that is set back by no more is mended in the ordinary way: what was sent is not sent again.</summary>
    public static readonly TimeSpan SmallStep = TimeSpan.FromHours(1);

    private TaskCompletionSource _wake = New();
    private bool _isDoubtTold;

    private ReportMailStore Store => stores.ReportMails;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (backend.Mail is null)
        {
            return;
        }

        Store.Changed += Wake;
        try
        {
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                var woken = Volatile.Read(ref _wake).Task;
                await RoundSafelyAsync(stoppingToken);
                await WaitAsync(woken, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The box stops; what is owed is on disk.
        }
        finally
        {
            Store.Changed -= Wake;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Wake() => Interlocked.Exchange(ref _wake, New()).TrySetResult();

    private async Task WaitAsync(Task woken, CancellationToken stop)
    {
        try
        {
            await woken.WaitAsync(Period, backend.Time, stop);
        }
        catch (TimeoutException)
        {
            // Time to look.
        }
    }

    // What was with a server when the box stopped is sent no second time by itself. False while the disk does not take that.
    private bool Doubt()
    {
        var isKept = true;
        foreach (var schedule in Store.List().Where(one => one.SendingAt is not null))
        {
            const string words = "The box stopped while it was sent: it may have arrived. Send it again if it did not.";
            if (Store.Doubt(schedule.Id, words))
            {
                backend.Note(new ReportMailed(schedule.Name, false, $"Report {schedule.Name}: {words}"));
            }
            else
            {
                isKept = false;
            }
        }

        return isKept;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault must not end the web; it is logged and looked at again.")]
    private async Task RoundSafelyAsync(CancellationToken stop)
    {
        try
        {
            // Until all doubt is on disk nothing is sent: what still has its first mark would be sent a second time.
            _isDoubtTold = _isDoubtTold || Doubt();
            if (!_isDoubtTold)
            {
                return;
            }

            // A paused one is owed only when somebody wants it now.
            foreach (var schedule in Store.List().Where(one => one.PausedAt is null || one.IsOwed))
            {
                await LookSafelyAsync(schedule, stop);
            }
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            LogFault(log, fault);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault with one report must not end the others; it is logged and tried again.")]
    private async Task LookSafelyAsync(ReportSchedule schedule, CancellationToken stop)
    {
        try
        {
            await LookAsync(schedule, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            LogFault(log, fault);
            Store.Failed(schedule.Id, "A fault of the box's own, which stands in its log.", backend.Time.GetUtcNow() + LongestWait);
        }
    }

    private async Task LookAsync(ReportSchedule schedule, CancellationToken stop)
    {
        var (now, calendar) = (backend.Time.GetUtcNow(), new SiteCalendar(backend.Site.Model.TimeZone));
        if (schedule.DueAt > now + SmallStep)
        {
            // The clock was ahead, perhaps by years: until then nothing would be due.
            Store.Settle(schedule.Id, now);
            return;
        }

        if (ReportMailTimes.Last(schedule, now, calendar) is var last && last > schedule.DueAt)
        {
            if (schedule.PausedAt is not null)
            {
                Store.Settle(schedule.Id, last);
                return;
            }

            if (!Store.Owe(schedule.Id, last))
            {
                return;
            }

            schedule = schedule with { DueAt = last, IsOwed = true, NextAt = null, Tries = 0 };
        }

        if (schedule.IsOwed && (schedule.NextAt is not { } next || next <= now || next > now + LongestWait))
        {
            await SendAsync(schedule, stop);
        }
    }

    // The mark before it must be on disk: a report that is not marked could be sent twice.
    private async Task SendAsync(ReportSchedule schedule, CancellationToken stop)
    {
        var server = ReportMailMaker.ServerOf(backend.Site.Model, schedule.Alert) ?? ReportMailMaker.ServerOf(backend.Site.Model, null);
        var (mail, trouble) = server is null
            ? (null, $"{ReportMailMaker.NoServer} {ReportMailMaker.NoServerCure}")
            : maker.Make(schedule);
        var isTaken = false;
        if (mail is not null)
        {
            if (!Store.Begin(schedule.Id))
            {
                return;
            }

            (isTaken, trouble) = await backend.Mail!.SendAsync(server!, mail, stop);
        }

        await (isTaken ? KeepSentAsync(schedule, trouble, stop) : KeepFailedAsync(schedule, trouble!, stop));
    }

    private async Task KeepSentAsync(ReportSchedule schedule, string? trouble, CancellationToken stop)
    {
        await UntilKeptAsync(() => Store.Sent(schedule.Id, trouble), schedule.Id, stop);
        var words = $"Report {schedule.Name} was sent as mail.{(trouble is null ? "" : $" {trouble}")}";
        backend.Note(new ReportMailed(schedule.Name, true, words));
    }

    private async Task KeepFailedAsync(ReportSchedule schedule, string trouble, CancellationToken stop)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(schedule.Tries, 10));
        var next = backend.Time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
        await UntilKeptAsync(() => Store.Failed(schedule.Id, trouble, next), schedule.Id, stop);
        if (schedule.Tries == 0)
        {
            backend.Note(new ReportMailed(schedule.Name, false, $"Report {schedule.Name} was not sent as mail: {trouble}"));
        }
    }

    private async Task UntilKeptAsync(Func<bool> keep, string id, CancellationToken stop)
    {
        while (!keep() && Store.Find(id) is not null)
        {
            await Task.Delay(Period, backend.Time, stop);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A fault in the reports that are sent as mail; it goes on in a while.")]
    private static partial void LogFault(ILogger log, Exception fault);
}

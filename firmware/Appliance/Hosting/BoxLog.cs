using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Diagnostics;
using Switchhook.Storage.Logs;
using Switchhook.Storage.Secrets;

namespace Switchhook.Appliance.Hosting;

/// <summary>Brings to the log on disk what the daemon logs, what it says at its start, and what the journal tells of its parts.</summary>
internal sealed class BoxLog : ILoggerProvider
{
    private static readonly TimeSpan MaskHolds = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly LogBook _book;
    private volatile SecretStore? _secrets;
    private SecretMask _mask = SecretMask.Plain;
    private long _maskedAt;

    /// <param name="dataFolder">The data folder.</param>
    /// <param name="time">Dates the lines.</param>
    public BoxLog(string dataFolder, TimeProvider time)
    {
        _time = time;
        _book = new LogBook(dataFolder, time, Mask);
    }

    /// <summary>The secrets of the box, which are taken out of each line from now on.</summary>
    public void Hide(SecretStore secrets) => _secrets = secrets;

    /// <summary>Something that the daemon says of itself.</summary>
    public void Tell(string words) => _book.Add(LogLevelName.Note, "box", words);

    /// <summary>An event of the journal; those of calls, lines and phones stay there.</summary>
    public void Take(JournalEvent read)
    {
        LogLevelName? level = read.Entry switch
        {
            FaultSeen => LogLevelName.Fault,
            PartChanged { Fault: not null } => LogLevelName.Warning,
            GuardActed => LogLevelName.Warning,
            PartChanged or BoxStarted or BoxStopped or SiteApplied => LogLevelName.Note,
            _ => null,
        };
        if (level is { } known)
        {
            _book.Add(known, "journal", read.Entry.Words);
        }
    }

    /// <summary>Waits a moment until all is written.</summary>
    public void Flush() => _book.Flush(FlushLimit);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Lines(_book, categoryName);

    /// <inheritdoc/>
    public void Dispose() => _book.Dispose();

    // On the log's own thread. A store that cannot be read now leaves the mask as it was.
    private SecretMask Mask()
    {
        if (_secrets is { } secrets && (_maskedAt == 0 || _time.GetElapsedTime(_maskedAt) > MaskHolds))
        {
            try
            {
                _mask = new SecretMask(secrets.GetAll().Values);
            }
            catch (SqliteException)
            {
                // The disk is in trouble, which is told elsewhere; the next time it may give them again.
            }
            catch (ObjectDisposedException)
            {
                // The box stops.
                _secrets = null;
            }

            _maskedAt = _time.GetTimestamp();
        }

        return _mask;
    }

    private sealed class Lines(LogBook book, string source) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var level = logLevel switch
            {
                >= LogLevel.Error => LogLevelName.Fault,
                LogLevel.Warning => LogLevelName.Warning,
                _ => LogLevelName.Note,
            };
            var words = formatter(state, exception);
            book.Add(level, source, exception is null ? words : $"{words}\n{exception}");
        }
    }
}

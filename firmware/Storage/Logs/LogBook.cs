using System.Collections.Concurrent;
using System.Text;
using Switchhook.Storage.Diagnostics;

namespace Switchhook.Storage.Logs;

/// <summary>
/// The log on disk: two files of a bounded size, of which the older is given up when the younger is full. Lines are handed over without
/// waiting and written by a thread of its own; secrets are taken out before they are written.
/// </summary>
/// <remarks>
/// A kill loses what was not written yet, at most some lines, and may tear the last one, which readers leave out and the next start ends.
/// </remarks>
public sealed class LogBook : IDisposable
{
    /// <summary>Most lines of one reading.</summary>
    public const int Most = 5000;

    /// <summary>Name of the folder in the data folder.</summary>
    public const string Folder = "logs";

    private const int Waiting = 1000;
    private const int Batch = 64 * 1024;
    private const int LongestText = 8000;
    private const int LongestSource = 100;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly long _largest;
    private readonly Func<SecretMask> _mask;
    private readonly BlockingCollection<object> _lines = new(Waiting);
    private readonly Lock _files = new();
    private readonly Thread _writer;
    private FileStream? _file;
    private int _lost;

    /// <summary>Begins to write.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="time">Dates the lines.</param>
    /// <param name="mask">Gives what takes secrets out, as they are now; asked on the writing thread.</param>
    /// <param name="largest">Size of a file in bytes at which the next is begun.</param>
    public LogBook(string dataFolder, TimeProvider time, Func<SecretMask>? mask = null, long largest = 2 * 1024 * 1024)
    {
        (Path, _time, _largest, _mask) = (PathIn(dataFolder), time, largest, mask ?? (() => SecretMask.Plain));
        _writer = new Thread(Run) { Name = "log", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        _writer.Start();
    }

    /// <summary>The younger file.</summary>
    public string Path { get; }

    /// <summary>Where the log of a data folder lies.</summary>
    public static string PathIn(string dataFolder) => System.IO.Path.Combine(dataFolder, Folder, "switchhook.log");

    /// <summary>Hands a line over; when too many wait it is dropped, and their number is told later. Any thread.</summary>
    public void Add(LogLevelName level, string source, string text)
    {
        var line = new LogLine(_time.GetUtcNow(), level, Cut(source, LongestSource), Cut(text, LongestText));
        if (_lines.IsAddingCompleted || !_lines.TryAdd(line))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Waits until all lines that were handed over before are written.</summary>
    /// <param name="limit">For so long at most.</param>
    /// <returns>False when that took longer.</returns>
    public bool Flush(TimeSpan limit)
    {
        using var done = new ManualResetEventSlim();
        var marker = new Marker(done);
        return !_lines.IsAddingCompleted && _lines.TryAdd(marker, limit) && done.Wait(limit);
    }

    /// <summary>Lines of a data folder, newest first. Any thread, of any process.</summary>
    public static IReadOnlyList<LogLine> Read(string dataFolder, LogQuery query)
    {
        var found = new List<LogLine>();
        var limit = Math.Clamp(query.Limit, 1, Most);
        foreach (var path in new[] { PathIn(dataFolder), Older(PathIn(dataFolder)) })
        {
            var lines = Lines(path);
            for (var index = lines.Count - 1; index >= 0 && found.Count < limit; index--)
            {
                if (LogLine.Parse(lines[index]) is { } line && Fits(line, query))
                {
                    found.Add(line);
                }
            }
        }

        return found;
    }

    /// <summary>Writes what waits and stops.</summary>
    public void Dispose()
    {
        _lines.CompleteAdding();
        if (_writer.Join(StopLimit))
        {
            _lines.Dispose();
        }

        lock (_files)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private static bool Fits(LogLine line, LogQuery query) =>
        line.Level >= query.Least
        && (query.Source is null || line.Source.Contains(query.Source, StringComparison.OrdinalIgnoreCase))
        && (query.Text is null || line.Text.Contains(query.Text, StringComparison.OrdinalIgnoreCase))
        && (query.From is null || line.At >= query.From)
        && (query.To is null || line.At < query.To);

    private static List<string> Lines(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            return lines;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Older(string path) => path + ".1";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "…";

    private void Run()
    {
        while (_lines.TryTake(out var first, Timeout.Infinite))
        {
            var markers = new List<Marker>();
            var text = new StringBuilder();
            object? next = first;
            do
            {
                if (next is Marker marker)
                {
                    markers.Add(marker);
                }
                else
                {
                    text.Append(Cleaned((LogLine)next).ToFile()).Append('\n');
                }
            }
            while (text.Length < Batch && _lines.TryTake(out next));
            if (Interlocked.Exchange(ref _lost, 0) is > 0 and var lost)
            {
                var line = new LogLine(_time.GetUtcNow(), LogLevelName.Warning, "log", $"{lost} lines came too fast and were left out.");
                text.Append(line.ToFile()).Append('\n');
            }

            Write(text.ToString());
            markers.ForEach(marker => marker.Set());
        }
    }

    private LogLine Cleaned(LogLine line) => line with { Text = _mask().Clean(line.Text) };

    // A disk that takes nothing loses lines, no calls; each next batch tries again.
    private void Write(string text)
    {
        lock (_files)
        {
            try
            {
                _file ??= Open();
                if (_file.Length >= _largest)
                {
                    _file.Dispose();
                    _file = null;
                    File.Move(Path, Older(Path), overwrite: true);
                    _file = Open();
                }

                _file.Write(Encoding.UTF8.GetBytes(text));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                _file?.Dispose();
                _file = null;
            }
        }
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(
            System.IO.Path.GetDirectoryName(Path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var file = new FileStream(Path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,

            // Batches are whole. What a full disk has not taken must not wait in the stream: closing it would try again, and fail there.
            BufferSize = 0,
        });
        file.Seek(0, SeekOrigin.End);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            var torn = file.ReadByte() != '\n';
            file.Seek(0, SeekOrigin.End);
            if (torn)
            {
                file.WriteByte((byte)'\n');
            }
        }

        return file;
    }

    private sealed class Marker(ManualResetEventSlim done)
    {
        // Who waited may have gone when its time was up.
        public void Set()
        {
            try
            {
                done.Set();
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }
}

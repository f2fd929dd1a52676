using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
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

    // Before secrets are taken out: what is torn off here must lie behind what is kept.
    private const int LongestRaw = 2 * LongestText;
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
        _writer = new Thread(Run) { Name = "log", IsBackground = true };
        _writer.Start();
    }

    /// <summary>The younger file.</summary>
    public string Path { get; }

    /// <summary>Where the log of a data folder lies.</summary>
    public static string PathIn(string dataFolder) => System.IO.Path.Combine(dataFolder, Folder, "switchhook.log");

    /// <summary>Hands a line over; when too many wait it is dropped, and their number is told later. Any thread.</summary>
    public void Add(LogLevelName level, string source, string text)
    {
        var line = new LogLine(_time.GetUtcNow(), level, Cut(source, LongestSource), Cut(text, LongestRaw));
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
            Close();
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

    // A fault that left this thread would end the daemon: a disk that takes nothing loses lines, no calls; each next batch tries again.
    [SuppressMessage("Design", "CA1031", Justification = "The lines that a fault has cost are told when lines can be written again.")]
    private void Run()
    {
        while (_lines.TryTake(out var first, Timeout.Infinite))
        {
            var lost = Interlocked.Exchange(ref _lost, 0);
            var batch = Take(first);
            var lines = batch.OfType<LogLine>().ToList();
            try
            {
                Write(lines, lost);
            }
            catch (Exception)
            {
                Interlocked.Add(ref _lost, lost + lines.Count);
            }

            foreach (var marker in batch.OfType<Marker>())
            {
                marker.Set();
            }
        }
    }

    private List<object> Take(object first)
    {
        var batch = new List<object> { first };
        var length = 0;
        while (length < Batch && _lines.TryTake(out var next))
        {
            batch.Add(next);
            length += (next as LogLine)?.Text.Length ?? 0;
        }

        return batch;
    }

    private LogLine Cleaned(LogLine line)
    {
        // A secret that was torn at its end is not known any more: it can stand in the last part of what was torn only.
        var text = _mask().Clean(line.Text);
        var most = line.Text.Length > LongestRaw ? Math.Clamp(text.Length - LongestText, 0, LongestText) : LongestText;
        return line with { Text = Cut(text, most) };
    }

    private void Write(List<LogLine> lines, int lost)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(Cleaned(line).ToFile()).Append('\n');
        }

        if (lost > 0)
        {
            var words = $"{lost} lines came too fast, or could not be written, and were left out.";
            text.Append(new LogLine(_time.GetUtcNow(), LogLevelName.Warning, "log", words).ToFile()).Append('\n');
        }

        lock (_files)
        {
            try
            {
                Write(Encoding.UTF8.GetBytes(text.ToString()));
            }
            catch
            {
                Close();
                throw;
            }
        }
    }

    private void Write(byte[] bytes)
    {
        Open();
        if (_file.Length >= _largest)
        {
            Close();
            File.Move(Path, Older(Path), overwrite: true);
            Open();
        }

        _file.Write(bytes);
    }

    // Batches are whole already. A buffer would keep what a full disk did not take, and would throw again when the file is closed.
    [MemberNotNull(nameof(_file))]
    private void Open()
    {
        if (_file is not null)
        {
            return;
        }

        Directory.CreateDirectory(
            System.IO.Path.GetDirectoryName(Path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _file = new FileStream(Path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        _file.Seek(0, SeekOrigin.End);
        if (_file.Length > 0)
        {
            _file.Seek(-1, SeekOrigin.End);
            var torn = _file.ReadByte() != '\n';
            _file.Seek(0, SeekOrigin.End);
            if (torn)
            {
                _file.WriteByte((byte)'\n');
            }
        }
    }

    private void Close()
    {
        _file?.Dispose();
        _file = null;
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

using Switchhook.Audio;
using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Countries;
using Switchhook.Recording.Disk;
using Switchhook.Recording.Ring;

namespace Switchhook.Recording;

/// <summary>Writes all recordings to disk on one thread, in rounds: what was said since the last one, then now and then a sync.</summary>
/// <remarks>
/// Left channel: what the tapped party said; right: what it heard. A file can be played at any moment, also after a kill. A disk that
/// stalls costs silence in the recordings and nothing in the calls; a disk that is full ends the recordings and nothing else.
/// </remarks>
public sealed class Recorder : IDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();

    // Never disposed: a leg that ends late may still signal it.
    private readonly AutoResetEvent _wake = new(false);
    private readonly List<RecordingInProgress> _over = [];
    private readonly RingPool _rings;
    private readonly string _folder;
    private readonly RecordingReader _reader;
    private readonly TimeProvider _time;
    private readonly RecorderOptions _options;
    private readonly WritingRound _round;
    private readonly ITimer _timer;
    private readonly Thread? _thread;

    // Replaced whole under the gate, so that a round reads it without a copy.
    private volatile RecordingInProgress[] _recordings = [];
    private volatile bool _disposing;
    private long _syncedAt;

    /// <summary>A recorder over the data folder.</summary>
    /// <param name="dataFolder">Exists; recordings lie in <c>recordings</c> below it.</param>
    /// <param name="law">The country's companding law.</param>
    /// <param name="time">The clock of the rounds.</param>
    /// <param name="options">Limits.</param>
    public Recorder(string dataFolder, CompandingLaw law, TimeProvider time, RecorderOptions? options = null)
        : this(new LocalDisk(dataFolder), dataFolder, law, time, options ?? new RecorderOptions())
    {
    }

    internal Recorder(IDisk disk, string dataFolder, CompandingLaw law, TimeProvider time, RecorderOptions options)
    {
        _folder = Path.Combine(dataFolder, RecordingPath.Folder);
        _reader = new RecordingReader(dataFolder);
        _rings = new RingPool(time);
        _time = time;
        _options = options;
        _round = new WritingRound(disk, law, options.LongestRecording);
        _timer = time.CreateTimer(static state => ((Recorder)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _syncedAt = time.GetTimestamp();
        if (options.OwnThread)
        {
            _thread = new Thread(Run) { Name = "recorder", IsBackground = true };
            _thread.Start();
        }
    }

    /// <summary>Recordings in progress.</summary>
    public int Count => _recordings.Length;

    /// <summary>Begins a recording; its file is made with the first sound. Any thread; returns at once.</summary>
    /// <param name="id">From the box's id source; names the file.</param>
    /// <returns>Null when there are too many at once, or the box stops.</returns>
    public RecordingInProgress? Start(string id)
    {
        lock (_gate)
        {
            if (_disposing || _recordings.Length >= _options.MostAtOnce)
            {
                return null;
            }

            var file = RecordingPath.Of(id);
            var recording = new RecordingInProgress(_rings.Take(), id, file, Path.Combine(_folder, file), Wake);
            _recordings = [.. _recordings, recording];
            if (_recordings.Length == 1)
            {
                _timer.Change(_options.WriteEvery, _options.WriteEvery);
            }

            return recording;
        }
    }

    /// <summary>Length of the sound in a recording's file; null when there is none.</summary>
    /// <param name="id">The recording.</param>
    internal TimeSpan? LengthOf(string id)
    {
        var opened = _reader.OpenById(id);
        opened?.Wav.Dispose();
        return opened?.Length;
    }

    /// <summary>Loads a recording to be played, off the caller's thread in the daemon.</summary>
    /// <param name="id">The recording.</param>
    /// <returns>Null when there is no such file, or it cannot be read.</returns>
    internal Task<Prompt?> LoadAsync(string id) => _thread is null ? Task.FromResult(PromptOf(id)) : Task.Run(() => PromptOf(id));

    /// <summary>Removes a recording for good, off the caller's thread in the daemon.</summary>
    /// <param name="id">The recording; not one in progress.</param>
    /// <returns>False when the disk does not take it now.</returns>
    internal Task<bool> RemoveAsync(string id) => _thread is null ? Task.FromResult(Erase(id)) : Task.Run(() => Erase(id));

    /// <summary>Ends all recordings, and waits a few seconds for the disk to take them.</summary>
    public void Dispose()
    {
        foreach (var recording in _recordings)
        {
            recording.Stop();
        }

        _disposing = true;
        _wake.Set();
        if (_thread is null)
        {
            WriteRound();
        }
        else
        {
            _thread.Join(StopTimeout);
        }

        _timer.Dispose();
    }

    /// <summary>Writes what all recordings have heard since the last round, and closes those that end. Writer's thread.</summary>
    internal void WriteRound()
    {
        var recordings = _recordings;
        if (recordings.Length == 0)
        {
            return;
        }

        if (IsDiskLow())
        {
            Array.ForEach(recordings, recording => recording.End($"The recording ended: {DiskWords.NearlyFull}"));
        }

        _over.Clear();
        foreach (var recording in recordings)
        {
            if (!recording.Write(_round))
            {
                _over.Add(recording);
            }
        }

        if ((_over.Count > 0 || _time.GetElapsedTime(_syncedAt) >= _options.SyncEvery) && !Sync(recordings))
        {
            _over.Clear();
            _over.AddRange(recordings);
        }

        if (_over.Count > 0)
        {
            _over.ForEach(recording => recording.Complete(_round.Disk));
            Remove(_over);
        }
    }

    private void Wake()
    {
        if (_thread is not null && !_disposing)
        {
            _wake.Set();
        }
    }

    private void OnTimer()
    {
        if (_thread is null)
        {
            WriteRound();
        }
        else
        {
            Wake();
        }
    }

    private void Run()
    {
        while (!_disposing)
        {
            _wake.WaitOne();
            WriteRound();
        }

        WriteRound();
    }

    private Prompt? PromptOf(string id)
    {
        try
        {
            return RecordingPath.Resolve(_folder, RecordingPath.Of(id)) is { } path ? PromptReader.Load(path, id) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private bool Erase(string id)
    {
        try
        {
            if (RecordingPath.Resolve(_folder, RecordingPath.Of(id)) is { } path)
            {
                _round.Disk.Delete(path);
                _round.Disk.SyncFolder(Path.GetDirectoryName(path)!);
            }

            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool IsDiskLow()
    {
        try
        {
            return _options.KeepFree > 0 && _round.Disk.FreeBytes < _options.KeepFree;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Writing will tell.
            return false;
        }
    }

    /// <summary>Puts what was written on the disk.</summary>
    /// <returns>
    /// False when it failed: the system may have thrown the data away, and going on would hide a hole, so all recordings end.
    /// </returns>
    private bool Sync(RecordingInProgress[] recordings)
    {
        _syncedAt = _time.GetTimestamp();
        var files = recordings.Select(recording => recording.OpenFile).OfType<IDiskFile>().ToList();
        if (files.Count == 0)
        {
            return true;
        }

        try
        {
            _round.Disk.Sync(files);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Array.ForEach(recordings, recording => recording.Fail(failure));
            return false;
        }
    }

    private void Remove(List<RecordingInProgress> over)
    {
        lock (_gate)
        {
            _recordings = [.. _recordings.Except(over)];
            over.ForEach(recording => _rings.GiveBack(recording.Ring));
            if (_recordings.Length == 0)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }
}

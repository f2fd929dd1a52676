using Switchhook.Audio;
using Switchhook.Recording.Disk;
using Switchhook.Recording.Ring;

namespace Switchhook.Recording;

/// <summary>One recording while it goes on: a tap on the media thread's side, a file on the writer's side.</summary>
public sealed class RecordingInProgress : IAudioTap
{
    private readonly TaskCompletionSource<RecordingResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action _wakeWriter;
    private readonly SoundFile _sound;
    private volatile bool _stopping;
    private volatile bool _discarded;
    private string? _ending;
    private bool _failed;
    private bool _isCutOff;

    internal RecordingInProgress(FrameRing ring, string id, string file, string path, Action wakeWriter)
    {
        _wakeWriter = wakeWriter;
        _sound = new SoundFile(ring, path);
        Ring = ring;
        Id = id;
        File = file;
    }

    /// <summary>Identifies it.</summary>
    public string Id { get; }

    /// <summary>Path below the recordings folder.</summary>
    public string File { get; }

    /// <summary>Completes when the file is on disk and closed: after <see cref="Stop"/>, or when the disk takes no more.</summary>
    public Task<RecordingResult> Completion => _completion.Task;

    internal FrameRing Ring { get; }

    /// <summary>The file, from the first sound to the end.</summary>
    internal IDiskFile? OpenFile => _sound.Open;

    /// <inheritdoc/>
    public void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        if (!_stopping)
        {
            Ring.Write(said, heard);
        }
    }

    /// <summary>Ends the recording with what was heard so far; nothing happens when it has ended. Any thread; returns at once.</summary>
    public void Stop()
    {
        _stopping = true;
        _wakeWriter();
    }

    /// <summary>Ends the recording, and removes its file: nobody is to hear it. Any thread; returns at once.</summary>
    public void Discard()
    {
        _discarded = true;
        Stop();
    }

    /// <summary>Writes what has come in. Writer's thread.</summary>
    /// <returns>False when the recording ends with this round: <see cref="Complete"/> follows, after a sync.</returns>
    internal bool Write(WritingRound round)
    {
        // Read before the ring is emptied: what comes after the stop does not count.
        var last = _stopping;
        try
        {
            _sound.Write(round, last);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Fail(failure);
        }

        if (last)
        {
            _isCutOff = _ending is not null;
            End("Recording complete.");
        }
        else if (_sound.Length >= round.Longest)
        {
            _isCutOff = true;
            End("The recording ended because it had reached the greatest length.");
        }

        return _ending is null;
    }

    /// <summary>Ends it for a reason; the first one counts. Writer's thread.</summary>
    internal void End(string why)
    {
        _stopping = true;
        _ending ??= why;
    }

    /// <summary>Ends it because the disk does not take it. Writer's thread.</summary>
    internal void Fail(Exception failure)
    {
        _failed = _isCutOff = true;
        End($"The recording ended: {DiskWords.Of(failure)}");
    }

    /// <summary>Closes the file and tells what became of it. Writer's thread.</summary>
    internal void Complete(IDisk disk)
    {
        if (_failed)
        {
            _sound.Rescue(disk);
        }

        var why = _sound.Open is null && !_failed ? "No sound came, so nothing was recorded." : _ending + _sound.Missing;
        var result = new RecordingResult(_sound.Length, why) { IsCutOff = _isCutOff };
        _sound.Close();
        if (_discarded)
        {
            _sound.Remove(disk);
        }

        _completion.TrySetResult(result);
    }
}

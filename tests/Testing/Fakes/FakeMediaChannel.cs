using Switchhook.Audio;
using Switchhook.Hardware.Lines;

namespace Switchhook.Testing.Fakes;

/// <summary>A channel of <see cref="FakeMediaEngine"/>.</summary>
public sealed class FakeMediaChannel : IMediaChannel
{
    private readonly FakeMediaEngine _engine;
    private readonly List<short> _played = [];
    private readonly short[] _frame = new short[LineAudio.BlockSamples];
    private TaskCompletionSource<bool>? _playing;
    private CancellationTokenRegistration _cancel;

    internal FakeMediaChannel(FakeMediaEngine engine, string name)
    {
        _engine = engine;
        Name = name;
    }

    /// <inheritdoc/>
    public event Action<Detection>? Detected;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Detectors Detectors { get; set; }

    /// <inheritdoc/>
    public bool KeepsKeys { get; set; }

    /// <inheritdoc/>
    public IAudioTap? Tap { get; set; }

    /// <summary>What the channel is connected to.</summary>
    public IAudioEndpoint? Endpoint { get; private set; }

    /// <summary>True after <see cref="Close"/>.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The bridge that the channel is in.</summary>
    public FakeAudioBridge? Bridge { get; internal set; }

    /// <summary>What plays now; null when nothing does.</summary>
    public IFrameSource? Playing { get; private set; }

    /// <summary>How <see cref="Playing"/> goes with the bridge.</summary>
    public PlayMode Mode { get; private set; }

    /// <summary>The samples of <see cref="Playing"/> that ticks have moved so far; they stay until something else plays.</summary>
    public IReadOnlyList<short> Played => _played;

    /// <summary>Raises what a detector of the channel would; call it on the loop.</summary>
    public void Raise(Detection detection) => Detected?.Invoke(detection);

    /// <summary>Ends what plays, as heard to its end; call it on the loop.</summary>
    public void Finish() => EndPlaying(true);

    /// <inheritdoc/>
    public void Connect(IAudioEndpoint? endpoint)
    {
        if (endpoint is not null)
        {
            _engine.TakeEndpoint(endpoint);
        }

        Endpoint = endpoint;
    }

    /// <inheritdoc/>
    public Task<bool> PlayAsync(IFrameSource source, PlayMode mode, CancellationToken cancel)
    {
        if (IsClosed || cancel.IsCancellationRequested)
        {
            return Task.FromResult(false);
        }

        EndPlaying(false);
        _played.Clear();
        Playing = source;
        Mode = mode;
        _playing = new TaskCompletionSource<bool>();
        var done = _playing.Task;
        _cancel = cancel.Register(() => EndPlaying(false));
        return done;
    }

    /// <inheritdoc/>
    public void StopPlaying() => EndPlaying(false);

    /// <inheritdoc/>
    public void Close()
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;
        EndPlaying(false);
        Bridge?.Leave(this);
        Endpoint = null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal void LoseEndpoint() => Endpoint = null;

    internal void Tick()
    {
        if (Playing is { } source)
        {
            var count = source.Read(_frame);
            _played.AddRange(_frame.AsSpan(0, count));
            if (count < _frame.Length)
            {
                EndPlaying(true);
            }
        }
    }

    private void EndPlaying(bool toItsEnd)
    {
        if (_playing is { } playing)
        {
            _playing = null;
            Playing = null;
            _cancel.Dispose();
            playing.SetResult(toItsEnd);
        }
    }
}

using Switchhook.Audio.Detecting;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Engine;

/// <summary>A channel of the engine. The upper half is the control loop's, the lower half the media thread's.</summary>
internal sealed class MediaChannel(MediaEngine engine, string name) : IMediaChannel, IDetectionSink
{
    private readonly short[] _said = new short[LineAudio.BlockSamples];
    private readonly short[] _heard = new short[LineAudio.BlockSamples];
    private readonly short[] _played = new short[LineAudio.BlockSamples];
    private readonly short[] _whispered = new short[LineAudio.BlockSamples];

    // Control loop.
    private Detectors _detectors;
    private IAudioTap? _tap;
    private bool _keepsKeys;
    private AudioBridge? _bridge;
    private bool _closed;

    // Media thread.
    private IAudioEndpoint? _endpoint;
    private IAudioTap? _tapInUse;
    private Playing? _playing;
    private DetectorSet _listening = DetectorSet.None;
    private KeyFilter? _keys;
    private bool _isBridged;
    private bool _isWhisperedTo;

    public event Action<Detection>? Detected;

    public string Name { get; } = name;

    public Detectors Detectors
    {
        get => _detectors;
        set
        {
            if (_closed || value == _detectors)
            {
                return;
            }

            _detectors = value;
            var next = DetectorSet.Create(value, engine.Country);
            engine.Submit(() =>
            {
                _listening.Dispose();
                _listening = next;
            });
        }
    }

    public bool KeepsKeys
    {
        get => _keepsKeys;
        set
        {
            if (_closed || value == _keepsKeys)
            {
                return;
            }

            _keepsKeys = value;
            Filter(value ? new KeyFilter() : null);
        }
    }

    public IAudioTap? Tap
    {
        get => _tap;
        set
        {
            _tap = value;
            engine.Submit(() => _tapInUse = value);
        }
    }

    public void Connect(IAudioEndpoint? endpoint) => engine.Submit(() =>
    {
        if (endpoint is not null && engine.Owner(endpoint) is { } owner)
        {
            owner._endpoint = null;
        }

        _endpoint = endpoint;
    });

    public Task<bool> PlayAsync(IFrameSource source, PlayMode mode, CancellationToken cancel)
    {
        if (_closed || cancel.IsCancellationRequested)
        {
            return Task.FromResult(false);
        }

        var playing = new Playing(source, mode);
        playing.StopWith(
            () =>
            {
                engine.Submit(() => StopIf(playing));
                playing.Finish(toItsEnd: false);
            },
            cancel);
        engine.Submit(() => Replace(playing));
        return playing.Done;
    }

    public void StopPlaying()
    {
        if (!_closed)
        {
            engine.Submit(() => Replace(null));
        }
    }

    public void Close()
    {
        if (_closed)
        {
            return;
        }

        _bridge?.Leave(this);
        _closed = true;
        _tap = null;
        Filter(null);
        engine.Submit(() =>
        {
            Replace(null);
            _endpoint = null;
            _tapInUse = null;
            _listening.Dispose();
            _listening = DetectorSet.None;
            engine.Remove(this);
        });
    }

    public override string ToString() => Name;

    /// <summary>The bridge that the channel is in. Control loop only.</summary>
    internal void EnterBridge(AudioBridge? bridge) => _bridge = bridge;

    /// <summary>The bridge that the channel is in. Control loop only.</summary>
    internal AudioBridge? CurrentBridge => _bridge;

    internal bool IsClosed => _closed;

    /// <summary>What the party says in this tick. Media thread only.</summary>
    internal ReadOnlySpan<short> Said => _said;

    /// <summary>Where the bridge writes what the party hears. Media thread only.</summary>
    internal Span<short> Heard => _heard;

    /// <summary>
    /// The endpoint, when it hears exactly what the bridge says and is heard as it is, so that packets can take the place of frames.
    /// </summary>
    internal IPacketEndpoint? Packets => _playing is null && _keys is null ? _endpoint as IPacketEndpoint : null;

    /// <summary>True while somebody hears what is said to this party and by it.</summary>
    internal bool IsTapped => _tapInUse is not null;

    /// <summary>True while detectors hear what the party says.</summary>
    internal bool IsListening => !ReferenceEquals(_listening, DetectorSet.None);

    internal bool Has(IAudioEndpoint endpoint) => ReferenceEquals(_endpoint, endpoint);

    internal void SetBridged(bool bridged) => _isBridged = bridged;

    /// <summary>Takes what the party says. Media thread only.</summary>
    internal void Listen()
    {
        if (_endpoint is null)
        {
            _said.AsSpan().Clear();
            return;
        }

        _endpoint.ReadFrame(_said);
        _listening.Process(_said, this);
        _keys?.Process(_said);
    }

    /// <summary>Adds what only this party hears in this tick. Media thread only.</summary>
    internal void Whisper(ReadOnlySpan<short> said)
    {
        if (!_isWhisperedTo)
        {
            _whispered.AsSpan().Clear();
            _isWhisperedTo = true;
        }

        Mix(said, _whispered);
    }

    /// <summary>Gives the party what it hears: the bridge, and what is played. Media thread only.</summary>
    internal void Speak()
    {
        if (!_isBridged)
        {
            _heard.AsSpan().Clear();
        }

        if (_playing is not null)
        {
            Play(_playing);
        }

        if (_keys is not null && _keys.TryTell(_heard, out var key))
        {
            PostKey(key);
        }

        // The tap first: a whisper is not part of the conversation that it hears.
        _tapInUse?.Frame(_said, _heard);
        if (_isWhisperedTo)
        {
            Mix(_whispered, _heard);
            _isWhisperedTo = false;
        }

        _endpoint?.WriteFrame(_heard);
    }

    void IDetectionSink.Report(Detection detection)
    {
        if (_keys is not null && detection is Detection.Digit digit)
        {
            _keys.Hold(digit.Value);
        }
        else
        {
            Tell(detection);
        }
    }

    // Both apart from Speak and Report, which would make the closure in every tick.
    private void PostKey(char key) => Tell(new Detection.Digit(key));

    private void Tell(Detection detection) => engine.Post(() =>
    {
        if (!_closed)
        {
            Detected?.Invoke(detection);
        }
    });

    private void Play(Playing playing)
    {
        var count = playing.Source.Read(_played);
        if (playing.Mode == PlayMode.Instead)
        {
            _played.AsSpan(0, count).CopyTo(_heard);
            _heard.AsSpan(count).Clear();
        }
        else
        {
            Mix(_played.AsSpan(0, count), _heard);
        }

        if (count < _played.Length)
        {
            _playing = null;
            PostEnd(playing);
        }
    }

    private static void Mix(ReadOnlySpan<short> added, Span<short> sound)
    {
        for (var i = 0; i < added.Length; i++)
        {
            sound[i] = (short)Math.Clamp(sound[i] + added[i], short.MinValue, short.MaxValue);
        }
    }

    private void Filter(KeyFilter? next) => engine.Submit(() =>
    {
        _keys?.Dispose();
        _keys = next;
    });

    // Apart from Play, which would make the closure in every tick.
    private void PostEnd(Playing playing) => engine.Post(() => playing.Finish(toItsEnd: true));

    private void Replace(Playing? next)
    {
        if (_playing is { } before)
        {
            engine.Post(() => before.Finish(toItsEnd: false));
        }

        _playing = next;
    }

    private void StopIf(Playing playing)
    {
        if (ReferenceEquals(_playing, playing))
        {
            _playing = null;
        }
    }
}

using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Testing;

/// <summary>Plays sound to the detectors of a real channel, and keeps what they report.</summary>
public sealed class DetectionLog
{
    private readonly MediaEngine _engine;
    private readonly Queue<short> _sound = new();
    private readonly List<Detection> _heard = [];

    /// <summary>A channel with detectors.</summary>
    public DetectionLog(Detectors detectors, Country country)
    {
        var posted = new Queue<Action>();
        _engine = new MediaEngine([], country, posted.Enqueue);
        var channel = _engine.OpenChannel("test");
        channel.Detectors = detectors;
        channel.Detected += _heard.Add;
        channel.Connect(new ScriptedEndpoint(_ => _sound.TryDequeue(out var sample) ? sample : (short)0));
        Deliver = () =>
        {
            while (posted.TryDequeue(out var work))
            {
                work();
            }
        };
    }

    /// <summary>What was reported so far.</summary>
    public IReadOnlyList<Detection> Heard => _heard;

    /// <summary>Digits reported so far.</summary>
    public string Digits => string.Concat(_heard.OfType<Detection.Digit>().Select(digit => digit.Value));

    private Action Deliver { get; }

    /// <summary>Lets the detectors hear samples.</summary>
    public void Hear(ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            _sound.Enqueue(sample);
        }

        while (_sound.Count > 0)
        {
            _engine.Tick();
        }

        Deliver();
    }

    /// <summary>Lets the detectors hear a source for a time, or to its end.</summary>
    public void Hear(IFrameSource source, TimeSpan time)
    {
        var samples = new short[(int)(time.TotalSeconds * LineAudio.SampleRate)];
        var count = 0;
        for (var at = 0; at < samples.Length; at += count)
        {
            count = source.Read(samples.AsSpan(at, Math.Min(LineAudio.BlockSamples, samples.Length - at)));
            if (count == 0)
            {
                break;
            }
        }

        Hear(samples);
    }

    /// <summary>Lets the detectors hear silence.</summary>
    public void HearSilence(TimeSpan time) => Hear(new short[(int)(time.TotalSeconds * LineAudio.SampleRate)]);
}

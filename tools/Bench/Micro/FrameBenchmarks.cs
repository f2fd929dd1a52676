using BenchmarkDotNet.Attributes;
using Switchhook.Audio;
using Switchhook.Audio.Codecs;
using Switchhook.Audio.Detecting;
using Switchhook.Hardware.Countries;

namespace Switchhook.Bench.Micro;

/// <summary>What is done with one frame of 160 samples, against adding up its power, the least that any of it could do.</summary>
public class FrameBenchmarks : IDisposable
{
    private readonly DtmfDetector _dtmf = new();
    private readonly IFrameDetector _callProgress = DetectorFactory.Create(Detectors.CallProgress, CountryTable.Get("US"));
    private readonly IFrameDetector _callerId = DetectorFactory.Create(Detectors.CallerId, CountryTable.Get("US"));
    private readonly Sink _sink = new();
    private readonly short[] _samples = Talk.Frame.ToArray();
    private readonly byte[] _codes = new byte[160];

    /// <summary>The power of the frame.</summary>
    [Benchmark(Baseline = true)]
    public long Power()
    {
        var sum = 0L;
        foreach (var sample in _samples)
        {
            sum += sample * sample;
        }

        return sum;
    }

    /// <summary>G.711 µ-law.</summary>
    [Benchmark]
    public void EncodeMuLaw() => G711.Encode(_samples, _codes, CompandingLaw.MuLaw);

    /// <summary>G.711 A-law.</summary>
    [Benchmark]
    public void EncodeALaw() => G711.Encode(_samples, _codes, CompandingLaw.ALaw);

    /// <summary>And back.</summary>
    [Benchmark]
    public void DecodeMuLaw() => G711.Decode(_codes, _samples, CompandingLaw.MuLaw);

    /// <summary>Keys.</summary>
    [Benchmark]
    public void Dtmf() => _dtmf.Process(Talk.Frame, _sink);

    /// <summary>Tones of the exchange.</summary>
    [Benchmark]
    public void CallProgress() => _callProgress.Process(Talk.Frame, _sink);

    /// <summary>Caller ID.</summary>
    [Benchmark]
    public void CallerId() => _callerId.Process(Talk.Frame, _sink);

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _dtmf.Dispose();
        _callProgress.Dispose();
        _callerId.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Sink : IDetectionSink
    {
        public void Report(Detection detection)
        {
            // Noise is no signal; if it were taken for one it would cost what it costs.
        }
    }
}

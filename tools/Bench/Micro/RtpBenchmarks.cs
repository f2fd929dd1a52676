using BenchmarkDotNet.Attributes;
using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Codecs;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Bench.Micro;

/// <summary>What is done with one packet of 20 ms, against copying it, the least that any of it could do.</summary>
public class RtpBenchmarks : IDisposable
{
    private const int Tenth = 10;

    private readonly JitterBuffer _even = new(new G711Decoder(CompandingLaw.MuLaw), new JitterOptions());
    private readonly JitterBuffer _lossy = new(new G711Decoder(CompandingLaw.MuLaw), new JitterOptions());
    private readonly IAudioEncoder _encoder = RtpCodecs.Encoder(AudioCodec.G722);
    private readonly IAudioDecoder _decoder = RtpCodecs.Decoder(AudioCodec.G722);
    private readonly short[] _samples = Talk.Frame.ToArray();
    private readonly byte[] _payload = new byte[LineAudio.BlockSamples];
    private readonly byte[] _packet = new byte[RtpHeader.Octets + LineAudio.BlockSamples];
    private readonly byte[] _copy = new byte[RtpHeader.Octets + LineAudio.BlockSamples];
    private int _number;

    /// <summary>Fills the payload.</summary>
    [GlobalSetup]
    public void SetUp() => G711.Encode(_samples, _payload, CompandingLaw.MuLaw);

    /// <summary>A copy of the packet.</summary>
    [Benchmark(Baseline = true)]
    public void Copy() => _packet.CopyTo(_copy, 0);

    /// <summary>A header written and read.</summary>
    [Benchmark]
    public int Header()
    {
        new RtpHeader(0, false, 1, 2, 3).Write(_packet);
        return RtpHeader.TryRead(_packet, out _, out var payload) ? payload.Length : 0;
    }

    /// <summary>Jitter buffer, in and out, with nothing lost.</summary>
    [Benchmark]
    public void JitterBuffer() => PutAndGet(_even, isLost: false);

    /// <summary>Jitter buffer, every tenth packet lost.</summary>
    [Benchmark]
    public void JitterBufferWithLoss() => PutAndGet(_lossy, _number % Tenth == 0);

    /// <summary>G.722 encoded.</summary>
    [Benchmark]
    public void EncodeG722() => _encoder.Encode(_samples, _payload);

    /// <summary>G.722 decoded.</summary>
    [Benchmark]
    public void DecodeG722() => _decoder.Decode(_payload, _samples);

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
        GC.SuppressFinalize(this);
    }

    private void PutAndGet(JitterBuffer buffer, bool isLost)
    {
        _number++;
        var now = _number * LineAudio.BlockDuration;
        if (!isLost)
        {
            buffer.Put(new RtpHeader(0, false, (ushort)_number, (uint)(_number * LineAudio.BlockSamples), 1), _payload, now);
        }

        buffer.Get(now, _samples);
    }
}

using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Codecs;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Codecs;

public sealed class AudioCodecTests
{
    // A sine of 700 Hz and 8000 of amplitude, in 60 ms of sound of 16 kHz, in G.722 as an encoder that is not libspandsp's made it.
    private const string SineOfAnotherEncoder =
        "+pYpiyKSoKBg4O3f0MzN0tv2722u8/yY09KV2vzz8G/zutzWlNXYvvfx73L4v9jUlNbd+PKw8HT6mtbUlNn89fDvdfif2NST2d638/Lydfua1d" +
        "SW3Pz08O/1+N7X1tWW3/b0b7S1/NyT19Wa+vf07vX4/tPX15f+/fTudLW/ltfW053f9fHy+PXa2JJUlf+88bTwdt/Z1JHYmN/x8vRw/N6Y0JPf" +
        "nPvz9nDx3Nfaktvc2rJxs/b83drU0Znf8/jv+/L/29TUlfvc9e5ztbSZ2dmT/tz6rvH08d3bnVCX9prw7vvx9df8ltP43/vw8HO4v9jYlNjc+O" +
        "+38vP+/9rTvdyf7/jr9/n9/9Sd2P3v83OvuPGf2tyf9/bz7+7x9P3//t+3+u3r9W2znbX+17D48/Hudq/c+5663Pf77e509LXf+Zna9fT077vy" +
        "9d/d2t26+7nu8/T12/3c1b798/L0cbi7l55Xu1nz9/GyeZ9919xVv/Tv/u/9dduY0vrbs97v9vHd3NTe2p3fr/ruun3+mNO91vhw9PLz3rna1N" +
        "Xdv/L28/N3nNrZltu6/O7z9fF9lt3Snd39sfDv/PfX39fX2vb9rvTy+9pampOf//qv9vP23l2W0/yb9bP377V93NNe";

    [Fact]
    public void G722_is_decoded_as_another_encoder_meant_it()
    {
        var octets = Convert.FromBase64String(SineOfAnotherEncoder);
        using var decoder = RtpCodecs.Decoder(AudioCodec.G722);
        var samples = new short[octets.Length];
        decoder.Decode(octets, samples);

        // The filter that splits the bands delays by half a sample more than whole ones, so any phase will do.
        var (level, signalToNoise) = Fit(samples.AsSpan(80), 700);
        Assert.InRange(level, -0.2, 0.2);
        Assert.InRange(signalToNoise, 35, 90);
    }

    [Theory]
    [InlineData(AudioCodec.Pcmu, 34)]
    [InlineData(AudioCodec.Pcma, 34)]
    [InlineData(AudioCodec.G722, 32)]
    public void Sound_comes_back_without_delay(AudioCodec codec, double leastDb)
    {
        var said = SoundMaker.Mix(
            SoundMaker.Sines(TimeSpan.FromSeconds(1), (440, -16), (1830, -22)),
            SoundMaker.Noise(TimeSpan.FromSeconds(1), -50, new Random(1)));
        using var encoder = RtpCodecs.Encoder(codec);
        using var decoder = RtpCodecs.Decoder(codec);
        var octets = new byte[said.Length];
        var heard = new short[said.Length];

        // In unequal pieces, as a buffer asks for them.
        for (var (at, piece) = (0, 1); at < said.Length; at += piece, piece = 1 + (piece * 7 % 160))
        {
            piece = Math.Min(piece, said.Length - at);
            encoder.Encode(said.AsSpan(at, piece), octets.AsSpan(at, piece));
            decoder.Decode(octets.AsSpan(at, piece), heard.AsSpan(at, piece));
        }

        var comparison = SoundComparison.Of(said.AsSpan(..^200), heard, 200);
        Assert.Equal(0, comparison.DelaySamples);
        Assert.InRange(comparison.LevelDb, -0.1, 0.1);
        Assert.True(comparison.SignalToNoiseDb > leastDb, $"{comparison.SignalToNoiseDb:F1} dB");
    }

    [Fact]
    public void The_static_payloads_are_of_the_law_that_their_name_tells()
    {
        short[] sample = [1000];
        var octet = new byte[1];
        RtpCodecs.Encoder(AudioCodec.Pcmu).Encode(sample, octet);
        Assert.Equal(G711.Encode(1000, CompandingLaw.MuLaw), octet[0]);
        RtpCodecs.Encoder(AudioCodec.Pcma).Encode(sample, octet);
        Assert.Equal(G711.Encode(1000, CompandingLaw.ALaw), octet[0]);
    }

    [Theory]
    [InlineData(AudioCodec.Pcmu)]
    [InlineData(AudioCodec.Pcma)]
    [InlineData(AudioCodec.G722)]
    public void Allocates_nothing(AudioCodec codec)
    {
        using var encoder = RtpCodecs.Encoder(codec);
        using var decoder = RtpCodecs.Decoder(codec);
        var samples = new short[LineAudio.BlockSamples];
        var octets = new byte[LineAudio.BlockSamples];

        Assert.Equal(0, Allocation.Of(() =>
        {
            encoder.Encode(samples, octets);
            decoder.Decode(octets, samples);
        }));
    }

    // Level against an amplitude of 8000, and what is no sine of that frequency.
    private static (double LevelDb, double SignalToNoiseDb) Fit(ReadOnlySpan<short> samples, double hertz)
    {
        var (real, imaginary, power) = (0.0, 0.0, 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * hertz * n / LineAudio.SampleRate);
            real += samples[n] * cosine;
            imaginary += samples[n] * sine;
            power += (double)samples[n] * samples[n];
        }

        var amplitude = 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / samples.Length;
        var signal = amplitude * amplitude / 2 * samples.Length;
        return (20 * Math.Log10(amplitude / 8000), 10 * Math.Log10(signal / Math.Max(power - signal, 1)));
    }
}

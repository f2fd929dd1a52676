using System.Buffers.Binary;
using Switchhook.Audio.Interop;
using Switchhook.Audio.Prompts;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

public sealed class PromptReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_again()
    {
        short[] samples = [0, 1, -1, 12345, short.MaxValue, short.MinValue, 7];
        using (var file = File.Create(_folder.File("a.wav")))
        {
            WavWriter.Write(file, samples);
        }

        var prompt = PromptReader.Load(_folder.File("a.wav"), "greeting");

        Assert.Equal("greeting", prompt.Name);
        Assert.Equal(samples, prompt.Samples.ToArray());
    }

    [Theory]
    [InlineData(44_100)]
    [InlineData(48_000)]
    [InlineData(16_000)]
    [InlineData(11_025)]
    public void Stereo_of_any_rate_becomes_mono_of_8_kilohertz(int rate)
    {
        WriteStereo("a.wav", rate, seconds: 1, (Left: 1000, Right: 1000), peak: 0.5);

        var samples = PromptReader.Load(_folder.File("a.wav"), "a").Samples.ToArray();

        Assert.InRange(samples.Length, 7990, 8010);
        Assert.InRange(Share(samples, 1000), 0.999, 1.001);
        Assert.InRange(samples[1000..7000].Max(), 16_300, 16_400);
    }

    [Fact]
    public void Two_channels_are_mixed_evenly()
    {
        WriteStereo("a.wav", 8000, seconds: 1, (Left: 500, Right: 1500), peak: 0.5);

        var samples = PromptReader.Load(_folder.File("a.wav"), "a").Samples.ToArray();

        Assert.InRange(Share(samples, 500), 0.49, 0.51);
        Assert.InRange(Share(samples, 1500), 0.49, 0.51);
    }

    [Fact]
    public void Sound_above_4_kilohertz_does_not_fold_back()
    {
        WriteStereo("a.wav", 48_000, seconds: 1, (Left: 6000, Right: 6000), peak: 0.9);

        var middle = PromptReader.Load(_folder.File("a.wav"), "a").Samples.Span[1000..7000].ToArray();

        Assert.InRange(middle.Max(sample => Math.Abs((int)sample)), 0, 10);
    }

    [Fact]
    public void Full_scale_saturates_and_does_not_wrap()
    {
        WriteStereo("a.wav", 44_100, seconds: 1, (Left: 700, Right: 700), peak: 1, isSquare: true);

        var samples = PromptReader.Load(_folder.File("a.wav"), "a").Samples.ToArray();

        // The steps of a square swing beyond full scale; wrapped around, they would jump by nearly the whole range.
        Assert.Contains(short.MaxValue, samples);
        Assert.DoesNotContain(samples.Zip(samples.Skip(1), (a, b) => Math.Abs(a - b)), jump => jump > 62_000);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        var error = Assert.Throws<FileNotFoundException>(() => PromptReader.Load(_folder.File("none.wav"), "a"));

        Assert.Contains("none.wav", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0], "is empty")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 }, "no sound file")]
    public void What_is_no_sound_is_told(byte[] content, string words)
    {
        File.WriteAllBytes(_folder.File("a.wav"), content);

        var error = Assert.Throws<InvalidDataException>(() => PromptReader.Load(_folder.File("a.wav"), "a"));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_samples_is_told()
    {
        using (var file = File.Create(_folder.File("a.wav")))
        {
            WavWriter.Write(file, []);
        }

        Assert.Throws<InvalidDataException>(() => PromptReader.Load(_folder.File("a.wav"), "a"));
    }

    [Fact]
    public void A_file_of_more_than_half_an_hour_is_refused()
    {
        using (var file = File.Create(_folder.File("a.wav")))
        {
            WavWriter.Write(file, new short[(30 * 60 * 8000) + 8000]);
        }

        var error = Assert.Throws<InvalidDataException>(() => PromptReader.Load(_folder.File("a.wav"), "a"));

        Assert.Contains("30 minutes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_lies_about_its_length_does_no_harm()
    {
        WriteStereo("a.wav", 8000, seconds: 1, (Left: 500, Right: 500), peak: 0.5);
        var bytes = File.ReadAllBytes(_folder.File("a.wav"));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), int.MaxValue);
        File.WriteAllBytes(_folder.File("a.wav"), bytes);

        Assert.InRange(PromptReader.Load(_folder.File("a.wav"), "a").Samples.Length, 7990, 8000);
    }

    [Fact]
    public void A_missing_library_is_told_with_its_package()
    {
        Assert.Empty(NativeLibraries.Missing());

        var error = Assert.Throws<DllNotFoundException>(() => NativeLibraries.Resolve("libnone.so.9", typeof(PromptReader).Assembly, null));

        Assert.Contains("libnone.so.9", error.Message, StringComparison.Ordinal);
    }

    private void WriteStereo(string name, int rate, int seconds, (double Left, double Right) hertz, double peak, bool isSquare = false)
    {
        var bytes = new byte[44 + (rate * seconds * 4)];
        using (var header = new MemoryStream(bytes))
        {
            WavWriter.Write(header, []);
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), rate * 4);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 4);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), bytes.Length - 44);
        for (var i = 0; i < rate * seconds; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + (i * 4)), Sample(hertz.Left, i));
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(46 + (i * 4)), Sample(hertz.Right, i));
        }

        File.WriteAllBytes(_folder.File(name), bytes);

        short Sample(double frequency, int n)
        {
            var sine = Math.Sin(2 * Math.PI * frequency * n / rate);
            return (short)Math.Round(32767 * peak * (isSquare ? Math.Sign(sine) : sine));
        }
    }

    // The share of the power that one frequency has.
    private static double Share(short[] samples, double hertz)
    {
        double cosine = 0, sine = 0, power = 0;
        for (var n = 0; n < 8000 && n < samples.Length; n++)
        {
            cosine += samples[n] * Math.Cos(2 * Math.PI * hertz * n / 8000);
            sine += samples[n] * Math.Sin(2 * Math.PI * hertz * n / 8000);
            power += (double)samples[n] * samples[n];
        }

        return 2 * ((cosine * cosine) + (sine * sine)) / (Math.Min(samples.Length, 8000) * power);
    }
}

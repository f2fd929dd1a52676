using Switchhook.Testing.Sip.Sound;

namespace Switchhook.Tests.Testing.Sip;

public sealed class WavSoundTests
{
    private static readonly short[] Samples = [1, -2, 3, -4];

    [Fact]
    public void What_is_written_is_read()
    {
        var read = WavSound.Read(new WavSound(Samples, 16_000, 2).ToBytes());

        Assert.Equal((16_000, 2), (read.Rate, read.Channels));
        Assert.Equal(Samples, read.Samples);
    }

    [Fact]
    public void A_file_whose_writer_was_killed_is_read_to_its_end()
    {
        var bytes = new WavSound(Samples, 8000, 1).ToBytes();
        bytes.AsSpan(40, 4).Clear();

        Assert.Equal(Samples, WavSound.Read(bytes).Samples);
    }

    [Fact]
    public void Another_file_is_refused() => Assert.Throws<FormatException>(() => WavSound.Read("RIFFxxxxAVI LIST"u8));
}

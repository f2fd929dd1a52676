using System.Diagnostics;
using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Recording.Wav;

namespace Switchhook.Tests.Recording;

/// <summary>The picture of a recording.</summary>
public sealed class SoundPeaksTests
{
    [Theory]
    [InlineData(CompandingLaw.ALaw)]
    [InlineData(CompandingLaw.MuLaw)]
    public void Each_channel_is_as_loud_as_its_loudest_sample(CompandingLaw law)
    {
        // A quarter of silence, then the left, then the right, then both.
        using var wav = WavOf(law, 4000, frame => (frame / 1000) switch
        {
            0 => (0, 0),
            1 => (frame % 2 == 0 ? 16000 : -16000, 0),
            2 => (0, frame % 2 == 0 ? 8000 : -8000),
            _ => (32000, -32000),
        });

        var peaks = SoundPeaks.Read(wav, 4)!;

        Assert.Equal([0, 16000, 0, 32000], peaks.Left.Select(Rounded));
        Assert.Equal([0, 0, 8000, 32000], peaks.Right.Select(Rounded));
    }

    [Fact]
    public void A_single_loud_sample_of_a_short_recording_is_seen()
    {
        for (var place = 0; place < 2500; place += 7)
        {
            using var wav = WavOf(CompandingLaw.ALaw, 2500, frame => frame == place ? (20000, 0) : (0, 0));

            var left = SoundPeaks.Read(wav, 2)!.Left;

            Assert.Equal(place < 1250 ? 0 : 1, left[0] > left[1] ? 0 : 1);
        }
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(3, 10, 3)]
    [InlineData(100_000, 2000, 2000)]
    public void There_are_as_many_pieces_as_were_asked_for_or_as_there_is_sound(int frames, int pieces, int count)
    {
        using var wav = WavOf(CompandingLaw.ALaw, frames, _ => (10000, 10000));

        var peaks = SoundPeaks.Read(wav, pieces)!;

        Assert.Equal(count, peaks.Left.Count);
        Assert.All(peaks.Left.Concat(peaks.Right), peak => Assert.InRange(peak, 0.28f, 0.33f));
    }

    [Fact]
    public void Of_a_long_recording_little_is_read()
    {
        // An hour.
        using var wav = new CountingStream(WavOf(CompandingLaw.ALaw, 28_800_000, frame => frame < 14_400_000 ? (0, 0) : (20000, 0)));

        var peaks = SoundPeaks.Read(wav, 400)!;

        Assert.All(peaks.Left.Take(200), peak => Assert.True(peak < 0.01));
        Assert.All(peaks.Left.Skip(200), peak => Assert.True(peak > 0.5));
        Assert.InRange(wav.Count, 400 * 4096, (400 * 4096) + 58);
    }

    [Fact]
    public void What_is_no_recording_has_no_picture()
    {
        using var other = new MemoryStream(new byte[1000]);
        using var stub = new MemoryStream(new byte[10]);

        Assert.Null(SoundPeaks.Read(other, 10));
        Assert.Null(SoundPeaks.Read(stub, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoundPeaks.Read(other, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoundPeaks.Read(other, SoundPeaks.MostPieces + 1));
    }

    /// <summary>A recording of so many frames.</summary>
    internal static MemoryStream WavOf(CompandingLaw law, int frames, Func<int, (int Left, int Right)> sound)
    {
        var bytes = new byte[WavHeader.Size + (frames * WavHeader.FrameBytes)];
        WavHeader.Write(bytes, law, bytes.Length - WavHeader.Size);
        for (var frame = 0; frame < frames; frame++)
        {
            var (left, right) = sound(frame);
            bytes[WavHeader.Size + (frame * 2)] = G711.Encode((short)left, law);
            bytes[WavHeader.Size + (frame * 2) + 1] = G711.Encode((short)right, law);
        }

        return new MemoryStream(bytes);
    }

    private static readonly int[] Levels = [0, 8000, 16000, 32000];

    // G.711 has steps; a value is within 3 % of what it was.
    private static int Rounded(float peak) =>
        Levels.Single(level => Math.Abs((peak * 32768) - level) <= Math.Max(16, level * 0.03));

    private sealed class CountingStream(MemoryStream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush() => throw new UnreachableException();

        public override void SetLength(long value) => throw new UnreachableException();

        public override void Write(byte[] buffer, int offset, int count) => throw new UnreachableException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Lines;

public class ElasticBufferTests
{
    private readonly ManualTimeProvider _time = new();

    /// <summary>Crystals of boards and cards are within 100 millionths; 400 apart is the worst that two could be, and more.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(-50)]
    [InlineData(400)]
    [InlineData(-400)]
    public void Clocks_that_drift_apart_leave_at_most_one_gap_in_an_hour_and_little_delay(double millionths)
    {
        var buffer = new ElasticBuffer(_time);
        var block = new short[LineAudio.BlockSamples];
        var (next, last, write, reads, whole, near, mostDelay) = ((short)0, (short)0, 0.0, 0, 0, 0, 0);
        for (var read = 7.0; read < TimeSpan.FromHours(1).TotalMilliseconds; read += 20)
        {
            for (; write <= read; write += 20 * (1 + (millionths / 1e6)))
            {
                MoveTo(write);
                buffer.Write([.. Enumerable.Range(next, LineAudio.BlockSamples).Select(sample => (short)sample)]);
                next += LineAudio.BlockSamples;
            }

            MoveTo(read);
            if (buffer.Read(block))
            {
                reads++;
                mostDelay = Math.Max(mostDelay, (short)(next - block[0]));
                whole += IsRamp(block.AsSpan(..^1)) ? 1 : 0;
                near += (short)(block[0] - last) is >= 159 and <= 161 ? 1 : 0;
                last = block[0];
            }
        }

        // The gap tells it to be careful from then on.
        Assert.InRange(buffer.Missed, 0, millionths > 0 ? LineAudio.BlockSamples : 0);
        Assert.Equal(0, buffer.Dropped);
        Assert.InRange(reads, 179_990, 180_000);

        // The first block follows nothing, and so do those around the gap.
        Assert.InRange(whole, reads - 1, reads);
        Assert.InRange(near, reads - 3, reads);

        // The block itself, and at most the one that is kept back.
        Assert.InRange(mostDelay, LineAudio.BlockSamples, (2 * LineAudio.BlockSamples) + 2);
    }

    [Fact]
    public void Sound_of_clocks_that_agree_passes_sample_by_sample()
    {
        var buffer = new ElasticBuffer(_time);
        var sent = SoundMaker.Noise(TimeSpan.FromSeconds(2), -20, new Random(5));
        var heard = new List<short>();
        var block = new short[LineAudio.BlockSamples];
        for (var at = 0; at < sent.Length; at += LineAudio.BlockSamples)
        {
            buffer.Write(sent.AsSpan(at, LineAudio.BlockSamples));
            _time.Advance(TimeSpan.FromMilliseconds(10));
            if (buffer.Read(block))
            {
                heard.AddRange(block);
            }

            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(sent, heard);
    }

    [Fact]
    public void A_writer_that_stands_still_gives_silence_and_is_heard_again()
    {
        var buffer = new ElasticBuffer(_time);
        var block = new short[LineAudio.BlockSamples];
        short[] loud = [.. Enumerable.Repeat((short)1000, LineAudio.BlockSamples)];
        for (var tick = 0; tick < 300; tick++)
        {
            if (tick is < 100 or >= 200)
            {
                buffer.Write(loud);
            }

            _time.Advance(TimeSpan.FromMilliseconds(1));
            var came = buffer.Read(block);
            _time.Advance(TimeSpan.FromMilliseconds(19));
            Assert.Equal(tick is < 100 or > 200, came);
            Assert.Equal(came, block[^1] == 1000);
        }

        Assert.Equal(LineAudio.BlockSamples, buffer.Missed);
    }

    [Fact]
    public void A_reader_that_stands_still_loses_the_newest_and_then_hears_the_latest_after_a_restart()
    {
        var buffer = new ElasticBuffer(_time);
        var block = new short[LineAudio.BlockSamples];
        for (var tick = 0; tick < 100; tick++)
        {
            buffer.Write([.. Enumerable.Repeat((short)tick, LineAudio.BlockSamples)]);
        }

        Assert.Equal((100 * LineAudio.BlockSamples) - 2048, buffer.Dropped);
        buffer.Restart();
        Assert.False(buffer.Read(block));
        buffer.Write([.. Enumerable.Repeat((short)-7, LineAudio.BlockSamples)]);
        _time.Advance(TimeSpan.FromMilliseconds(5));
        Assert.True(buffer.Read(block));
        Assert.All(block, sample => Assert.Equal(-7, sample));
    }

    private static bool IsRamp(ReadOnlySpan<short> samples)
    {
        for (var i = 1; i < samples.Length; i++)
        {
            if (samples[i] != (short)(samples[i - 1] + 1))
            {
                return false;
            }
        }

        return true;
    }

    private void MoveTo(double milliseconds) =>
        _time.Advance(TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond)) - _time.GetElapsedTime(0));
}

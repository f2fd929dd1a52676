using Switchhook.Recording.Ring;

namespace Switchhook.Tests.Recording;

public sealed class FrameRingTests
{
    [Fact]
    public void Every_frame_or_its_loss_comes_out_in_order_while_both_sides_run()
    {
        const int Frames = 200_000;
        var ring = new FrameRing(16, 4);
        var producer = new Thread(() =>
        {
            Span<short> frame = stackalloc short[4];
            for (var i = 0; i < Frames; i++)
            {
                frame.Fill((short)i);
                ring.Write(frame, frame);
            }
        });
        producer.Start();

        long samples = 0;
        var right = true;
        for (var ended = false; !ended;)
        {
            ended = !producer.IsAlive;
            while (ring.TryPeek(out var said, out var heard, out var lost))
            {
                samples += lost;
                right &= said.Length == 4 && said[3] == (short)(samples / 4) && heard[0] == said[3];
                samples += said.Length;
                ring.Advance();
            }
        }

        Assert.True(right);
        Assert.Equal(Frames * 4L, samples + ring.LostAtEnd);
    }

    [Fact]
    public void Frames_longer_than_a_block_are_carried_in_parts()
    {
        var ring = new FrameRing(8, 4);
        short[] said = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        ring.Write(said, [.. said.Select(sample => (short)-sample)]);
        var (left, right) = (new List<short>(), new List<short>());
        while (ring.TryPeek(out var a, out var b, out _))
        {
            left.AddRange(a);
            right.AddRange(b);
            ring.Advance();
        }

        Assert.Equal(said, left);
        Assert.Equal(said, right.Select(sample => (short)-sample));
    }
}

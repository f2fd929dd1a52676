using Switchhook.Sip.Rtp.Io;

namespace Switchhook.Tests.Sip.Rtp.Io;

public sealed class PacketRingTests
{
    [Fact]
    public void Takes_as_many_as_it_has_slots_and_hands_them_over_in_order()
    {
        var ring = new PacketRing<int>(slots: 4, slotOctets: 8);
        for (var i = 0; i < 4; i++)
        {
            Write(ring, i);
        }

        Assert.True(ring.Reserve().IsEmpty);
        for (var i = 0; i < 4; i++)
        {
            Assert.True(ring.TryPeek(i, out var note, out var slot));
            Assert.Equal((i, (byte)i), (note, slot[0]));
        }

        Assert.False(ring.TryPeek(4, out _, out _));
        ring.Release(1);
        Assert.False(ring.Reserve().IsEmpty);
    }

    [Fact]
    public void Two_threads_lose_and_mix_up_nothing()
    {
        const int Count = 200_000;
        var ring = new PacketRing<int>(slots: 64, slotOctets: 16);
        var writer = new Thread(() =>
        {
            for (var i = 0; i < Count;)
            {
                if (TryWrite(ring, i))
                {
                    i++;
                }
                else
                {
                    Thread.Yield();
                }
            }
        });
        writer.Start();
        for (var i = 0; i < Count;)
        {
            if (!ring.TryPeek(0, out var note, out var slot))
            {
                Thread.Yield();
                continue;
            }

            Assert.Equal((i, i), (note, BitConverter.ToInt32(slot)));
            ring.Release(1);
            i++;
        }

        writer.Join();
        Assert.True(ring.IsEmpty);
    }

    private static void Write(PacketRing<int> ring, int number) => Assert.True(TryWrite(ring, number));

    private static bool TryWrite(PacketRing<int> ring, int number)
    {
        var slot = ring.Reserve();
        if (slot.IsEmpty)
        {
            return false;
        }

        BitConverter.TryWriteBytes(slot, number);
        ring.Publish(number);
        return true;
    }
}

using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Sip.Rtp.Streams;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

public sealed class IncomingQueueTests
{
    private static readonly IncomingPacket Packet =
        new(PacketKind.Sound, AudioCodec.Pcma, new RtpHeader(8, false, 1, 160, 7), TimeSpan.Zero);

    [Fact]
    public void After_its_end_it_takes_nothing_and_holds_nothing()
    {
        var queue = new IncomingQueue();
        Assert.True(queue.TryAdd(Packet, [1, 2, 3]));
        Assert.True(queue.TryPeek(out var packet, out var payload));
        Assert.Equal((3, 3), (packet.Octets, payload.Length));

        queue.Close();

        Assert.False(queue.TryPeek(out _, out payload));
        Assert.True(payload.IsEmpty);
        Assert.False(queue.TryAdd(Packet, [1, 2, 3]));
        queue.Release();
    }
}

using Switchhook.Sip.Rtp.Dtmf;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Dtmf;

public sealed class DtmfSenderTests
{
    private readonly DtmfSender _sender = new();

    [Fact]
    public void A_key_is_five_packets_that_grow_then_its_end_twice_more_and_a_pause()
    {
        Assert.True(_sender.TryAdd('#'));
        var packets = Steps(8, 1000);

        Assert.Equal([160, 320, 480, 640, 800, 800, 800, null], packets.Select(packet => (int?)packet?.Event.Duration));
        Assert.Equal([false, false, false, false, true, true, true], packets.Take(7).Select(packet => packet!.Value.Event.IsEnd));
        Assert.Equal([true, false, false, false, false, false, false], packets.Take(7).Select(packet => packet!.Value.Marker));
        Assert.All(packets.Take(7), packet => Assert.Equal((1000u, 11), (packet!.Value.Timestamp, packet.Value.Event.Code)));
        Assert.False(_sender.IsBusy);
    }

    [Fact]
    public void The_next_key_starts_at_least_60_ms_after_the_end_of_the_one_before()
    {
        _sender.TryAdd('1');
        _sender.TryAdd('1');
        var packets = Steps(16, 0);

        var starts = packets.Where(packet => packet is { Marker: true }).Select(packet => packet!.Value.Timestamp).ToArray();
        Assert.Equal([0u, 800u + 480u], starts);
        Assert.False(_sender.IsBusy);
    }

    [Theory]
    [InlineData(1, 800)]
    [InlineData(250, 2080)]
    [InlineData(100_000, 64_000)]
    public void The_length_of_a_press_has_bounds(int milliseconds, int duration)
    {
        _sender.TryAdd('5', milliseconds);
        Assert.Equal(duration, Steps(500, 0).Max(packet => (int?)packet?.Event.Duration));
    }

    [Fact]
    public void Only_keys_are_taken_and_only_so_many()
    {
        Assert.False(_sender.TryAdd('x'));
        Assert.True(_sender.TryAdd('d'));
        for (var i = 1; i < DtmfSender.MaxWaiting; i++)
        {
            Assert.True(_sender.TryAdd('7'));
        }

        Assert.False(_sender.TryAdd('8'));
        _sender.Clear();
        Assert.False(_sender.IsBusy);
        Assert.False(_sender.TryStep(0, out _));
    }

    [Fact]
    public void Each_key_is_heard_once_by_the_receiver_of_the_house()
    {
        var receiver = new DtmfReceiver();
        var heard = "";
        var payload = new byte[DtmfEvent.Octets];
        foreach (var key in "0123456789*#ABCD77")
        {
            _sender.TryAdd(key);
        }

        ushort sequence = 0;
        for (var step = 0; _sender.IsBusy; step++)
        {
            if (_sender.TryStep((uint)(step * 160), out var packet))
            {
                packet.Event.Write(payload);
                var header = new Switchhook.Sip.Rtp.Packets.RtpHeader(101, packet.Marker, sequence++, packet.Timestamp, 1);
                if (receiver.TryHear(header, payload, TimeSpan.FromMilliseconds(20 * step), out var digit))
                {
                    heard += digit;
                }
            }
        }

        Assert.Equal("0123456789*#ABCD77", heard);
    }

    [Fact]
    public void Allocates_nothing() => Assert.Equal(0, Allocation.Of(() =>
    {
        _sender.TryAdd('1');
        while (_sender.IsBusy)
        {
            _sender.TryStep(0, out _);
        }
    }));

    private List<DtmfPacket?> Steps(int count, uint timestamp)
    {
        var packets = new List<DtmfPacket?>();
        for (var i = 0; i < count; i++)
        {
            packets.Add(_sender.TryStep(timestamp + (uint)(i * 160), out var packet) ? packet : null);
        }

        return packets;
    }
}

using System.Net;
using Switchhook.Sip.Transport;
using Switchhook.SystemTests.Sip.Kit;

namespace Switchhook.SystemTests.Sip;

public sealed class LocalAddressTests
{
    [Fact]
    public async Task A_wire_bound_to_one_address_names_that()
    {
        await using var box = await TestWire.StartAsync(address: "127.0.0.2");
        Assert.Equal(box.At(TransportKind.Udp).Remote, box.Wire.LocalFor(Udp("127.0.0.1")));
        Assert.Equal(box.At(TransportKind.Tcp).Remote, box.Wire.LocalFor(new Hop(TransportKind.Tcp, IPEndPoint.Parse("127.0.0.1:5060"))));
    }

    [Theory]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("::", "::1")]
    public async Task A_wire_bound_to_all_addresses_names_the_one_that_the_kernel_sends_from(string bound, string peer)
    {
        await using var box = await TestWire.StartAsync(address: bound);
        var local = box.Wire.LocalFor(Udp(peer));
        Assert.Equal(IPAddress.Parse(peer), local.Address);
        Assert.Equal(box.At(TransportKind.Udp).Remote.Port, local.Port);
    }

    [Fact]
    public async Task Of_two_sockets_the_one_that_the_kernel_would_send_from_is_taken()
    {
        await using var peer = await TestWire.StartAsync();
        await using var box = await TestWire.StartAsync(new WireOptions
        {
            Listen =
            [
                new ListenPoint(TransportKind.Udp, IPEndPoint.Parse("127.0.0.3:0")),
                new ListenPoint(TransportKind.Udp, IPEndPoint.Parse("127.0.0.1:0")),
            ],
        });

        box.Send("OPTIONS sip:peer", peer.At(TransportKind.Udp));
        Assert.Equal(box.Wire.ListensOn[1].At, (await peer.Log.WaitForMessagesAsync(1))[0].From.Remote);
    }

    [Fact]
    public async Task Far_networks_are_told_the_public_address_and_near_ones_are_not()
    {
        await using var box = await TestWire.StartAsync(new WireOptions
        {
            Listen = [new ListenPoint(TransportKind.Udp, IPEndPoint.Parse("127.0.0.1:0"))],
            PublicAddress = IPAddress.Parse("203.0.113.5"),
        });
        Assert.Equal("203.0.113.5", box.Wire.LocalFor(Udp("198.51.100.1")).Address.ToString());
        Assert.Equal("127.0.0.1", box.Wire.LocalFor(Udp("192.168.7.7")).Address.ToString());
    }

    private static Hop Udp(string address) => new(TransportKind.Udp, new IPEndPoint(IPAddress.Parse(address), 5060));
}

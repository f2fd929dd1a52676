using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Rtp.Io;

namespace Switchhook.Tests.Sip.Rtp.Io;

public sealed class PacketAddressTests
{
    [Theory]
    [InlineData("192.0.2.7:5004")]
    [InlineData("[2001:db8::7]:5004")]
    [InlineData("[fe80::1%2]:65534")]
    public void Is_the_same_by_way_of_the_kernel_and_of_an_end_point(string text)
    {
        var end = IPEndPoint.Parse(text);
        var address = PacketAddress.From(end);
        Span<byte> kernel = stackalloc byte[PacketAddress.MaxSocketAddress];
        var length = address.WriteTo(kernel);

        Assert.Equal(address, PacketAddress.Read(kernel[..length]));
        Assert.Equal(end, address.ToEndPoint());
        Assert.Equal(Serialized(end), kernel[..length].ToArray());
    }

    [Theory]
    [InlineData("0.0.0.0:5004")]
    [InlineData("[::]:5004")]
    [InlineData("192.0.2.7:0")]
    public void The_addresses_of_hold_are_nowhere(string text) =>
        Assert.False(PacketAddress.From(IPEndPoint.Parse(text)).IsReachable);

    [Fact]
    public void A_mapped_address_is_the_one_of_ipv4() =>
        Assert.Equal(
            PacketAddress.From(IPEndPoint.Parse("192.0.2.7:5004")), PacketAddress.From(IPEndPoint.Parse("[::ffff:192.0.2.7]:5004")));

    private static byte[] Serialized(IPEndPoint end)
    {
        var address = end.Serialize();
        var octets = address.Family == AddressFamily.InterNetwork ? 16 : 28;
        return address.Buffer.Span[..octets].ToArray();
    }
}

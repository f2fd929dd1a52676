using System.Text;
using Switchhook.Testing.Sip.Network;

namespace Switchhook.Tests.Testing.Sip;

public sealed class SipPlacesTests
{
    private const string Invite =
        "INVITE sip:201@127.0.0.1:7000 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5000\r\nRoute: <sip:127.0.0.1:7000;lr>\r\n"
        + "From: <sip:a@127.0.0.1:7000>\r\nCall-ID: abc@x\r\nContact: <sip:a@127.0.0.1:5000>\r\nContent-Length: 72\r\n\r\n"
        + "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio 9998 RTP/AVP 8\r\na=rtcp:9999\r\na=x:9998\r\n";

    [Fact]
    public void Ports_change_where_the_receiver_reads_where_to_send_and_the_length_follows()
    {
        var ports = new Dictionary<int, int> { [7000] = 5060, [5000] = 7001 };

        var written = Encoding.Latin1.GetString(SipPlaces.Rewrite(Encoding.Latin1.GetBytes(Invite), ports, 7000, 20_000));

        Assert.Equal(
            "INVITE sip:201@127.0.0.1:5060 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5000\r\n"
            + "From: <sip:a@127.0.0.1:7000>\r\nCall-ID: abc@x\r\nContact: <sip:a@127.0.0.1:7001>\r\nContent-Length: 74\r\n\r\n"
            + "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio 20000 RTP/AVP 8\r\na=rtcp:20001\r\na=x:9998\r\n",
            written);
    }

    [Fact]
    public void Call_id_and_audio_port_are_read()
    {
        Assert.Equal("abc@x", SipPlaces.CallId(Encoding.Latin1.GetBytes(Invite)));
        Assert.Equal(9998, SipPlaces.AudioPort(Encoding.Latin1.GetBytes(Invite)));
        Assert.Null(SipPlaces.AudioPort("SIP/2.0 200 OK\r\n\r\n"u8));
    }

    [Fact]
    public void Sip_is_told_from_other_packets()
    {
        Assert.True(SipPlaces.IsSip(Encoding.Latin1.GetBytes(Invite)));
        Assert.True(SipPlaces.IsSip("SIP/2.0 200 OK\r\n\r\n"u8));
        Assert.False(SipPlaces.IsSip("\r\n\r\n"u8));
        Assert.False(SipPlaces.IsSip([0x80, 8, 0, 1]));
    }
}

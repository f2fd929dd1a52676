using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>What the box answers to phones and trunks as they are.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("Yealink", 11786, 8, 101, 20)]
    [InlineData("Grandstream", 5004, 8, 101, 20)]
    [InlineData("Poly VVX", 2222, 8, 127, 20)]
    [InlineData("Snom", 53204, 8, 101, 20)]
    [InlineData("Fanvil", 10062, 8, 101, 20)]
    [InlineData("Cisco SPA", 16452, 8, 101, 30)]
    [InlineData("Linphone", 7078, 8, 99, 20)]
    [InlineData("baresip", 21098, 8, 101, 20)]
    [InlineData("Asterisk", 18372, 8, 101, 20)]
    [InlineData("FreeSWITCH", 24560, 8, 101, 20)]
    [InlineData("Fritz!Box", 7078, 8, 101, 20)]
    [InlineData("a trunk on a Cisco gateway", 17654, 8, 101, 20)]
    [InlineData("a trunk behind a border controller", 39250, 8, 100, 20)]
    [InlineData("a trunk of a mobile core", 50012, 8, 96, 20)]
    public void Is_understood(string device, int port, int payloadType, int events, int milliseconds)
    {
        var audio = Box.Negotiation().Answer(Body.Of(Devices.Offers[device])).Audio;

        Assert.Equal(
            ("192.0.2.7", port, payloadType, events, milliseconds),
            (audio.Remote.Address.ToString(), audio.Remote.Port, audio.PayloadType, audio.TelephoneEvent, audio.PacketMilliseconds));
        Assert.True(audio is { Sends: true, Receives: true, Keys: null });
    }

    [Theory]
    [InlineData("Snom", nameof(SrtpPolicy.Offered), "AesCm128Sha1With32")]
    [InlineData("Snom", nameof(SrtpPolicy.Demanded), "AesCm128Sha1With32")]
    [InlineData("baresip", nameof(SrtpPolicy.Offered), "AesCm128Sha1With80")]
    [InlineData("baresip", nameof(SrtpPolicy.Demanded), "AesCm128Sha1With80")]
    [InlineData("Grandstream with optional SRTP", nameof(SrtpPolicy.Offered), "AesCm128Sha1With80")]
    [InlineData("Grandstream with optional SRTP", nameof(SrtpPolicy.Demanded), "AesCm128Sha1With80")]
    [InlineData("Grandstream with optional SRTP", nameof(SrtpPolicy.None), null)]
    [InlineData("Yealink", nameof(SrtpPolicy.Offered), null)]
    public void Is_secure_where_both_can(string device, string policy, string? suite)
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = Enum.Parse<SrtpPolicy>(policy) });

        Assert.Equal(suite, negotiation.Answer(Body.Of(Devices.Offers[device])).Audio.Keys?.Suite.ToString());
    }

    [Fact]
    public void A_browser_is_refused_since_the_box_has_no_dtls() => Assert.Equal(
        "no audio over RTP is offered", Box.Negotiation().Refuse(Body.Of(Devices.Offers["a browser"])).Words);

    [Fact]
    public void Each_answer_can_be_read_and_has_as_many_streams_as_its_offer() => Assert.All(
        Devices.Offers.Where(offer => offer.Key != "a browser"), offer =>
        {
            var body = Body.Of(offer.Value);
            var answer = Body.Read(Box.Negotiation().Answer(body).Answer).Media;

            Assert.Equal(Body.Read(body).Media.Count, answer.Count);
            Assert.Single(answer, stream => stream.Port == Box.Audio.Port);
        });
}

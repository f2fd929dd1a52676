using System.Net;
using Switchhook.Calls.Live;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Transport;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Sip.Registration;

/// <summary>Devices that do not register, such as door stations: the site says where they are.</summary>
public sealed class FixedPhoneTests : IDisposable
{
    private const string Sound =
        "v=0\r\no=- 1 1 IN IP4 192.0.2.70\r\ns=-\r\nc=IN IP4 192.0.2.70\r\nt=0 0\r\nm=audio 30000 RTP/AVP 0\r\n";

    private readonly TestBox _box;

    public FixedPhoneTests()
    {
        var site = SipSites.Clinic();
        var door = new PhoneConfig("107", null, "Door", "Entrance", CallWaiting: false)
        {
            Sip = new SipPhoneConfig([SipCodec.Pcmu], MediaEncryption.No, 1, DtmfMode.Auto)
            {
                Address = IPEndPoint.Parse("192.0.2.70:5060"),
            },
        };
        _box = new TestBox(site with { Phones = site.Phones.Add("107", door) });
    }

    public void Dispose() => _box.Dispose();

    [Fact]
    public void It_is_free_without_having_registered_and_rings_where_it_is()
    {
        var door = At("192.0.2.70:5060");
        Assert.Equal(PhoneStatus.Idle, Status("107"));

        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial("107");

        var invite = door.Expect("INVITE", TimeSpan.FromSeconds(10));
        Assert.Equal("sip:107@192.0.2.70:5060", invite.RequestUri);
    }

    [Fact]
    public void It_calls_without_a_secret()
    {
        var door = At("192.0.2.70:5060");
        PeerCall.Out(door, "sip:101@192.0.2.1", Sound);

        _box.Until(() => Status("101") == PhoneStatus.Ringing, 5, "the desk rings");
        Assert.Equal("107", Assert.Single(_box.Core.Live.Current.Calls.Values).From.Name);
    }

    [Fact]
    public void Whoever_calls_from_another_host_needs_one()
    {
        var stranger = At("192.0.2.71:5060");
        PeerCall.Out(stranger, "sip:101@192.0.2.1", Sound);

        Assert.Equal(401, stranger.ExpectAnswer("INVITE").Status);
        Assert.Equal(PhoneStatus.Idle, Status("101"));
    }

    [Fact]
    public void It_is_never_banned()
    {
        var (guard, now) = (_box.Network.Outside.Guard, _box.Driver.Time.GetElapsedTime(0));
        foreach (var address in new[] { "192.0.2.70", "192.0.2.71" })
        {
            guard.Report(AddressKey.Of(IPAddress.Parse(address)), Offence.Scanner, now);
        }

        Assert.Equal(["192.0.2.71"], guard.Bans(now).Select(ban => ban.Address.ToString()));
    }

    private PhoneStatus Status(string number) => _box.Core.Live.Current.Phones[number].Status;

    private ScriptedPeer At(string address) => new(
        _box.Driver,
        _box.Network.Messages.Join(address),
        new Hop(TransportKind.Udp, IPEndPoint.Parse(TestNetwork.BoxAddress)),
        "107");
}

using System.Net;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.InMemory;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>A device that has got past the password dials 500 numbers by SIP.</summary>
public sealed class StolenSecretTests : IDisposable
{
    private const string Sound =
        "v=0\r\no=- 1 1 IN IP4 192.0.2.70\r\ns=-\r\nc=IN IP4 192.0.2.70\r\nt=0 0\r\nm=audio 30000 RTP/AVP 0\r\n";

    private readonly TestBox _box;

    public StolenSecretTests()
    {
        var site = SipSites.Clinic();
        var phone = new PhoneConfig("107", null, "Stolen", "Nowhere", CallWaiting: true)
        {
            Sip = new SipPhoneConfig([SipCodec.Pcmu], MediaEncryption.No, 1, DtmfMode.Auto)
            {
                Address = IPEndPoint.Parse("192.0.2.70:5060"),
            },
        };
        var alerts = site.Alerts.Add("boss", new AlertConfig("boss", new AlertWay.Webhook(new Uri("https://example.com/hook"))));
        _box = new TestBox(site with { Phones = site.Phones.Add("107", phone), Alerts = alerts });
    }

    public void Dispose() => _box.Dispose();

    [Fact]
    public void It_is_stopped_by_default()
    {
        Dial(n => $"9312555{n:0000}");
        var stop = Assert.Single(_box.Entries<OutsideStopped>());
        Assert.Equal("107", stop.Phone);
        Assert.Contains(_box.Alerts.Tries, told => told.StartsWith("boss Calls of phone 107", StringComparison.Ordinal));
        var wentOut = _box.Entries<LegStarted>().Count(leg => leg.Party.IsOutside);
        Assert.InRange(wentOut, 0, FraudGuard.NumbersInAnHour + 1);
    }

    [Fact]
    public void It_is_stopped_though_it_tries_only_what_no_rule_allows()
    {
        Dial(n => $"91900555{n:0000}");
        var stop = Assert.Single(_box.Entries<OutsideStopped>());
        Assert.Equal("107", stop.Phone);
        Assert.Contains("dear numbers", stop.Why, StringComparison.Ordinal);
        Assert.Contains(_box.Alerts.Tries, told => told.StartsWith("boss Calls of phone 107", StringComparison.Ordinal));
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    private void Dial(Func<int, string> digits)
    {
        var thief = new ScriptedPeer(
            _box.Driver,
            _box.Network.Messages.Join("192.0.2.70:5060"),
            new Hop(TransportKind.Udp, IPEndPoint.Parse(TestNetwork.BoxAddress)),
            "107");
        for (var n = 0; n < 500; n++)
        {
            PeerCall.Out(thief, $"sip:{digits(n)}@192.0.2.1", Sound, callId: $"stolen-{n}");
            _box.Advance(0.1);
        }

        _box.Advance(30);
    }
}

using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;
using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Trunks.Targets;

public sealed class TargetSearchTests : IDisposable
{
    private readonly LoopDriver _driver = new();
    private readonly MemoryDns _dns;

    public TargetSearchTests() => _dns = new MemoryDns(_driver.Time);

    public void Dispose() => _driver.Dispose();

    [Theory]
    [InlineData("192.0.2.7", null, null, "udp 192.0.2.7:5060")]
    [InlineData("192.0.2.7", 5080, null, "udp 192.0.2.7:5080")]
    [InlineData("192.0.2.7", null, TransportKind.Tcp, "tcp 192.0.2.7:5060")]
    [InlineData("192.0.2.7", null, TransportKind.Tls, "tls 192.0.2.7:5061")]
    [InlineData("2001:db8::7", 5070, TransportKind.Tls, "tls [2001:db8::7]:5070")]
    public void An_address_is_taken_as_it_is_and_nobody_is_asked(string host, int? port, TransportKind? transport, string hop)
    {
        var finding = Find(host, port, transport);
        Assert.Equal([hop], Texts(finding));
        Assert.Null(finding.Life);
        Assert.Empty(_dns.Asked);
    }

    [Fact]
    public void With_a_port_only_the_addresses_are_asked_for()
    {
        _dns.Host("sip.example.com", "192.0.2.7", "192.0.2.8", "2001:db8::7")
            .Service("_sip._udp.sip.example.com", 1, 1, 5062, "other.example.com");
        Assert.Equal(
            ["udp 192.0.2.7:5080", "udp 192.0.2.8:5080", "udp [2001:db8::7]:5080"], Texts(Find("sip.example.com", 5080)));
        Assert.All(_dns.Asked, question => Assert.True(question.Kind is DnsKind.Address4 or DnsKind.Address6));
    }

    [Fact]
    public void Naptr_says_the_transports_srv_the_hosts_and_ports()
    {
        _dns.Naming("example.com", 20, 10, "SIP+D2U", "_sip._udp.example.com")
            .Naming("example.com", 10, 20, "SIP+D2T", "_sip._tcp.example.com")
            .Naming("example.com", 10, 10, "SIPS+D2T", "_sips._tcp.secure.example.com")
            .Naming("example.com", 5, 1, "SIP+D2S", "_sip._sctp.example.com")
            .Naming("example.com", 1, 1, "E2U+sip", "nobody.example.com", "u")
            .Service("_sips._tcp.secure.example.com", 1, 1, 5061, "one.example.com")
            .Service("_sip._tcp.example.com", 1, 1, 5060, "one.example.com")
            .Service("_sip._udp.example.com", 20, 1, 5064, "two.example.com")
            .Service("_sip._udp.example.com", 10, 1, 5062, "one.example.com")
            .Host("one.example.com", "192.0.2.1")
            .Host("two.example.com", "192.0.2.2");
        Assert.Equal(
            ["tls 192.0.2.1:5061", "tcp 192.0.2.1:5060", "udp 192.0.2.1:5062", "udp 192.0.2.2:5064"], Texts(Find("example.com")));
    }

    [Fact]
    public void Srv_is_asked_for_without_naptr()
    {
        _dns.Service("_sips._tcp.example.com", 1, 1, 5061, "one.example.com")
            .Service("_sip._udp.example.com", 1, 1, 5062, "one.example.com")
            .Host("one.example.com", "192.0.2.1");
        Assert.Equal(["udp 192.0.2.1:5062", "tls 192.0.2.1:5061"], Texts(Find("example.com")));
    }

    [Theory]
    [InlineData(TransportKind.Udp, "_sip._udp.example.com", "udp 192.0.2.1:5099")]
    [InlineData(TransportKind.Tcp, "_sip._tcp.example.com", "tcp 192.0.2.1:5099")]
    [InlineData(TransportKind.Tls, "_sips._tcp.example.com", "tls 192.0.2.1:5099")]
    public void A_transport_of_the_site_goes_before_naptr(TransportKind transport, string service, string hop)
    {
        _dns.Naming("example.com", 1, 1, "SIP+D2U", "_sip._udp.elsewhere.example.com")
            .Service(service, 1, 1, 5099, "one.example.com")
            .Host("one.example.com", "192.0.2.1");
        Assert.Equal([hop], Texts(Find("example.com", transport: transport)));
        Assert.DoesNotContain(_dns.Asked, question => question.Kind == DnsKind.Naming);
    }

    [Theory]
    [InlineData(null, "udp 192.0.2.7:5060")]
    [InlineData(TransportKind.Tcp, "tcp 192.0.2.7:5060")]
    [InlineData(TransportKind.Tls, "tls 192.0.2.7:5061")]
    public void Without_services_the_host_has_the_usual_port(TransportKind? transport, string hop)
    {
        _dns.Host("example.com", "192.0.2.7");
        Assert.Equal([hop], Texts(Find("example.com", transport: transport)));
    }

    [Fact]
    public void Naptr_that_leads_nowhere_does_not_hide_the_rest()
    {
        _dns.Naming("example.com", 1, 1, "SIP+D2U", "_sip._udp.gone.example.com")
            .Service("_sip._udp.example.com", 1, 1, 5062, "one.example.com")
            .Host("one.example.com", "192.0.2.1");
        Assert.Equal(["udp 192.0.2.1:5062"], Texts(Find("example.com")));
    }

    [Fact]
    public void A_service_that_is_decidedly_not_offered_has_no_hosts()
    {
        _dns.Service("_sip._udp.example.com", 0, 0, 0, ".")
            .Service("_sip._tcp.example.com", 1, 1, 5060, "one.example.com")
            .Host("one.example.com", "192.0.2.1");
        Assert.Equal(["tcp 192.0.2.1:5060"], Texts(Find("example.com")));
    }

    [Fact]
    public void An_address_where_srv_should_name_a_host_is_taken()
    {
        _dns.Service("_sip._udp.example.com", 1, 1, 5062, "192.0.2.9");
        Assert.Equal(["udp 192.0.2.9:5062"], Texts(Find("example.com")));
    }

    [Fact]
    public void A_dns_full_of_servers_gives_no_more_than_16()
    {
        for (var i = 1; i <= 200; i++)
        {
            _dns.Service("_sip._udp.example.com", i, 1, 5060, $"host{i}.example.com")
                .Host($"host{i}.example.com", $"192.0.2.{i}", $"198.51.100.{i}");
        }

        Assert.Equal(TargetSearch.Most, Find("example.com").Hops.Count);
    }

    [Fact]
    public void The_shortest_life_of_what_was_used_counts()
    {
        _dns.Life = TimeSpan.FromMinutes(7);
        _dns.Host("example.com", "192.0.2.7");
        Assert.Equal(TimeSpan.FromMinutes(7), Find("example.com").Life);
    }

    [Fact]
    public void What_is_not_there_is_told_in_words() =>
        Assert.Equal("The DNS knows no server of example.com.", Find("example.com").Trouble);

    [Fact]
    public void A_failure_is_told_in_words()
    {
        _dns.Failure = "The DNS is broken.";
        Assert.Equal("The DNS is broken.", Find("example.com").Trouble);
    }

    private static IEnumerable<string> Texts(TargetFinding finding) => finding.Hops.Select(hop => hop.ToString());

    private TargetFinding Find(string host, int? port = null, TransportKind? transport = null)
    {
        TargetFinding? found = null;
        _driver.Loop.Launch(async () =>
        {
            var wanted = new TargetAddress(host, port, transport);
            found = await TargetSearch.FindAsync(_dns, new Random(3), wanted, CancellationToken.None);
        });
        _driver.AdvanceUntil(() => found is not null, TimeSpan.FromSeconds(30));
        return found!;
    }
}

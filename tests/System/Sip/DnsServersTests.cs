using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.SystemTests.Sip.Kit;

namespace Switchhook.SystemTests.Sip;

/// <summary>Look-ups at a name server that is not ours.</summary>
public sealed class DnsServersTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Finds_the_records_that_lead_to_a_provider()
    {
        using var server = await DnsmasqServer.StartAsync(
            "--local-ttl=77",
            "--naptr-record=example.test,10,20,S,SIP+D2U,,_sip._udp.example.test",
            "--naptr-record=example.test,20,10,S,SIPS+D2T,,_sips._tcp.example.test",
            "--srv-host=_sip._udp.example.test,one.example.test,5062,10,60",
            "--srv-host=_sip._udp.example.test,two.example.test,5064,20,0",
            "--host-record=one.example.test,192.0.2.1,2001:db8::1",
            "--host-record=two.example.test,192.0.2.2",
            "--cname=alias.example.test,two.example.test");
        var dns = new DnsServers(server.Address);

        Assert.Equal(
            [
                new NamingRecord(10, 20, "S", "SIP+D2U", "_sip._udp.example.test"),
                new NamingRecord(20, 10, "S", "SIPS+D2T", "_sips._tcp.example.test"),
            ],
            (await AskAsync(dns, "example.test", DnsKind.Naming)).Records.Cast<NamingRecord>().OrderBy(record => record.Order));
        Assert.Equal(
            [new ServiceRecord(10, 60, 5062, "one.example.test"), new ServiceRecord(20, 0, 5064, "two.example.test")],
            (await AskAsync(dns, "_sip._udp.example.test", DnsKind.Service)).Records.Cast<ServiceRecord>().OrderBy(one => one.Priority));
        Assert.Equal([Address("192.0.2.1")], (await AskAsync(dns, "one.example.test", DnsKind.Address4)).Records);
        Assert.Equal([Address("2001:db8::1")], (await AskAsync(dns, "one.example.test", DnsKind.Address6)).Records);
        var alias = await AskAsync(dns, "alias.example.test", DnsKind.Address4);
        Assert.Equal([Address("192.0.2.2")], alias.Records);
        Assert.Equal(TimeSpan.FromSeconds(77), alias.Life);
    }

    [Fact]
    public async Task What_is_not_there_is_no_failure()
    {
        using var server = await DnsmasqServer.StartAsync("--host-record=one.example.test,192.0.2.1");
        var dns = new DnsServers(server.Address);
        Assert.Equal(DnsAnswer.None, await AskAsync(dns, "_sip._udp.example.test", DnsKind.Service));
        Assert.Equal(DnsAnswer.None, await AskAsync(dns, "one.example.test", DnsKind.Naming));
        Assert.Equal(DnsAnswer.None, await AskAsync(dns, "one.example.test", DnsKind.Address6));
    }

    [Fact]
    public async Task Many_records_come_by_tcp()
    {
        var records = Enumerable.Range(1, 60)
            .Select(i => $"--srv-host=_sip._udp.example.test,a-host-with-a-long-name-{i}.example.test,{5000 + i},{i}");
        using var server = await DnsmasqServer.StartAsync(["--edns-packet-max=512", .. records]);
        Assert.Equal(60, (await AskAsync(new DnsServers(server.Address), "_sip._udp.example.test", DnsKind.Service)).Records.Count);
    }

    [Fact]
    public async Task A_server_that_is_gone_makes_room_for_another()
    {
        using var server = await DnsmasqServer.StartAsync("--srv-host=_sip._udp.example.test,one.example.test,5062,10,60");
        using var silent = Silent();
        var dns = new DnsServers((IPEndPoint)silent.LocalEndPoint!, server.Address);
        for (var i = 0; i < 4; i++)
        {
            Assert.Single((await AskAsync(dns, "_sip._udp.example.test", DnsKind.Service)).Records);
        }
    }

    [Fact]
    public async Task Silence_is_a_failure_in_words()
    {
        using var silent = Silent();
        var answer = await AskAsync(new DnsServers((IPEndPoint)silent.LocalEndPoint!), "_sip._udp.example.test", DnsKind.Service);
        Assert.StartsWith("The DNS does not answer (SRV of _sip._udp.example.test): ", answer.Failure, StringComparison.Ordinal);
        Assert.Empty(answer.Records);
    }

    [Fact]
    public async Task A_name_that_is_none_is_a_failure_in_words()
    {
        using var server = await DnsmasqServer.StartAsync();
        var answer = await AskAsync(new DnsServers(server.Address), $"{new string('x', 300)}.test", DnsKind.Service);
        Assert.NotNull(answer.Failure);
    }

    [Fact]
    public async Task Names_that_only_the_system_knows_are_found_too()
    {
        using var server = await DnsmasqServer.StartAsync();
        Assert.Equal([Address("127.0.0.1")], (await AskAsync(new DnsServers(server.Address), "localhost", DnsKind.Address4)).Records);
    }

    private static AddressRecord Address(string address) => new(IPAddress.Parse(address));

    private static Socket Silent()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static async Task<DnsAnswer> AskAsync(DnsServers dns, string name, DnsKind kind)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        return await dns.AskAsync(new DnsQuestion(name, kind), limit.Token);
    }
}

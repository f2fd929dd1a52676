using System.Net;
using System.Net.Sockets;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Network;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>The bad network does as it says, and leaves SIP whole.</summary>
public sealed class LossyLinkTests
{
    [Fact]
    public async Task Datagrams_are_lost_doubled_and_counted_as_it_says()
    {
        using var server = Bound();
        using var peer = Bound();
        using var link = new LossyLink(Place(server), seed: 1);
        link.SipToServer.Faults = new LinkFaults { LosesEach = 10 };
        link.SipToPeer.Faults = new LinkFaults { Duplicates = 1 };

        for (var i = 0; i < 200; i++)
        {
            await peer.SendToAsync(new byte[] { (byte)i }, link.PeerSide);
        }

        var got = await ReceiveAsync(server, 180);
        Assert.Equal([.. Enumerable.Range(0, 200).Where(n => n % 10 != 9)], got.Select(one => (int)one.First));
        Assert.Equal(new LinkCounts(200, 20, 0, 0), link.SipToServer.Counts);

        await server.SendToAsync(new byte[] { 7 }, link.ServerSide);
        Assert.Equal([7, 7], (await ReceiveAsync(peer, 2)).Select(one => (int)one.First));
    }

    [Fact]
    public async Task A_delay_is_kept_to_a_few_milliseconds()
    {
        using var server = Bound();
        using var peer = Bound();
        using var link = new LossyLink(Place(server), seed: 1);
        link.SipToServer.Faults = new LinkFaults { Delay = TimeSpan.FromMilliseconds(40) };
        List<double> late = [];
        for (var i = 0; i < 25; i++)
        {
            var sent = TimeProvider.System.GetTimestamp();
            await peer.SendToAsync(new byte[] { 1 }, link.PeerSide);
            await ReceiveAsync(server, 1);
            late.Add(TimeProvider.System.GetElapsedTime(sent).TotalMilliseconds - 40);
        }

        // Never early. How late is the machine's doing too, so the best fifth tells what the link itself adds.
        Assert.All(late, one => Assert.True(one >= 0, $"{one} ms"));
        Assert.InRange(late.Order().ElementAt(5), 0, 5);
    }

    [Fact]
    public async Task Calls_get_through_a_network_that_loses_and_delays()
    {
        await using var phone = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer").With("ring", 20), new SippOptions { Calls = 10 });
        using var link = new LossyLink(phone.Endpoint, seed: 5);
        var slow = new LinkFaults { Delay = TimeSpan.FromMilliseconds(5), Jitter = TimeSpan.FromMilliseconds(5) };
        link.SipToPeer.Faults = slow;
        link.SipToServer.Faults = slow with { LosesEach = 5 };

        // Long enough for a lost ACK to be asked for again: sipp takes no BYE before it.
        var caller = await SippRun.RunAsync(
            SippScenario.Load("Calls/call"),
            new SippOptions { Remote = link.PeerSide, Calls = 10, TalkTime = TimeSpan.FromSeconds(2.5) });

        Assert.True(caller.IsClean, caller.ToString());
        Assert.True(caller.Retransmissions > 0, "Nothing was sent again.");
        var answered = await phone.EndAsync();
        Assert.Equal(10, answered.Successful);

        // The phone read the link where the caller wrote itself.
        Assert.Contains($"Contact: <sip:sipp@{link.ServerSide};", answered.Messages, StringComparison.Ordinal);
        Assert.True(link.SipToServer.Counts.Lost > 0);
    }

    [Fact]
    public async Task A_cut_cable_is_seen_by_the_peer()
    {
        await using var phone = await SippRun.StartAsync(SippScenario.Load("Answers/answer"), new SippOptions());
        using var link = new LossyLink(phone.Endpoint, seed: 1);
        link.SetSip(new LinkFaults { IsCut = true });

        var caller = await SippRun.RunAsync(
            SippScenario.Load("Calls/call"), new SippOptions { Remote = link.PeerSide, ReceiveLimit = TimeSpan.FromSeconds(1) });

        Assert.Equal(1, caller.Failed);
        Assert.Equal(link.SipToServer.Counts.Came, link.SipToServer.Counts.Lost);
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Take()));
        return socket;
    }

    private static IPEndPoint Place(Socket socket) => (IPEndPoint)socket.LocalEndPoint!;

    private static async Task<List<(byte First, int Length)>> ReceiveAsync(Socket socket, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
        var buffer = new byte[100];
        List<(byte, int)> got = [];
        while (got.Count < count)
        {
            var length = await socket.ReceiveAsync(buffer, limit.Token);
            got.Add((buffer[0], length));
        }

        return got;
    }
}

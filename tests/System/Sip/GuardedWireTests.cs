using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Transport;
using Switchhook.SystemTests.Sip.Kit;

namespace Switchhook.SystemTests.Sip;

public sealed class GuardedWireTests
{
    private const string Options = "OPTIONS sip:box SIP/2.0\r\nContent-Length: 0\r\n\r\n";

    private readonly ConcurrentQueue<GuardEvent> _events = new();
    private readonly AddressGuard _guard = new(new GuardOptions { TrustedNetworks = [] });

    public GuardedWireTests()
    {
        _guard.Happened += _events.Enqueue;
    }

    [Fact]
    public async Task Noise_in_datagrams_reaches_nobody_and_ends_in_a_ban()
    {
        await using var box = await TestWire.StartAsync(guard: _guard);
        await using var phone = await TestWire.StartAsync();
        var to = box.At(TransportKind.Udp);
        for (var i = 0; i < 19; i++)
        {
            phone.Send("\u0080\u0000\u0001\u0002", to);
        }

        phone.Send("\r\n\r\n", to);
        phone.Send("\0\0\0\0", to);
        phone.Send("", to);
        phone.Send(Options, to);
        await box.Log.WaitForMessagesAsync(1);
        Assert.Empty(_events);

        phone.Send("\u0080\u0000\u0001\u0002", to);
        await box.Log.WaitAsync(() => !_events.IsEmpty, "a ban");
        Assert.Equal("127.0.0.1 is not heard for 5 minutes: 20 messages that cannot be read.", Assert.Single(_events).Words);

        var unheard = _guard.Unheard;
        phone.Send(Options, to);
        await box.Log.WaitAsync(() => _guard.Unheard == unheard + 1, "the last message");
        Assert.Single(box.Log.Messages);
    }

    [Fact]
    public async Task A_banned_address_gets_no_connection_and_loses_the_one_that_it_has()
    {
        await using var box = await TestWire.StartAsync(guard: _guard);
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        await peer.SendAsync(Options);
        await box.Log.WaitForMessagesAsync(1);

        _guard.Report(AddressKey.Of(IPAddress.Loopback), Offence.Scanner, TimeProvider.System.GetElapsedTime(0));
        await peer.SendAsync(Options);
        Assert.Equal("", await peer.ReadToEndAsync());
        await box.Log.WaitAsync(() => !box.Log.Closed.IsEmpty, "the end");
        Assert.Single(box.Log.Messages);

        using var another = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        Assert.True(await another.ReadToEndAsync() is "" or "reset");
        Assert.Equal(0, box.Wire.Counts.Streams);
    }

    [Fact]
    public async Task On_a_stream_one_who_is_too_fast_loses_nothing_but_time()
    {
        await using var box = await TestWire.StartAsync(guard: _guard);
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        var since = TimeProvider.System.GetTimestamp();
        await peer.SendAsync(string.Concat(Enumerable.Repeat(Options, 100)));
        await peer.SendAsync(string.Concat(Enumerable.Repeat(Options, 2)));

        await box.Log.WaitForMessagesAsync(102);
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.InRange(_guard.Unheard, 1, 102);
        Assert.Empty(_events);
    }

    [Fact]
    public async Task No_sip_on_a_stream_counts_too()
    {
        await using var box = await TestWire.StartAsync(guard: _guard);
        for (var i = 0; i < 20; i++)
        {
            using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
            await peer.SendAsync("\u0016\u0003\u0001");
            await peer.ReadToEndAsync();
        }

        await box.Log.WaitAsync(() => !_events.IsEmpty, "a ban");
        Assert.Contains("20 messages that cannot be read", Assert.Single(_events).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_datagrams_costs_the_listener_no_more_than_the_rate()
    {
        await using var box = await TestWire.StartAsync(guard: _guard);
        using var flooder = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var octets = System.Text.Encoding.Latin1.GetBytes(Options);
        for (var i = 0; i < 5000; i++)
        {
            await flooder.SendToAsync(octets, box.At(TransportKind.Udp).Remote);
        }

        await box.Log.WaitAsync(() => !_events.IsEmpty, "a ban");
        Assert.InRange(box.Log.Messages.Count, 60, 200);
        Assert.Contains("far more messages than are heard", Assert.Single(_events).Words, StringComparison.Ordinal);
    }
}

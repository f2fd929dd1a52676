using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Transport;
using Switchhook.SystemTests.Sip.Kit;

namespace Switchhook.SystemTests.Sip;

public sealed class UdpWireTests
{
    private const string Options = "OPTIONS sip:box SIP/2.0\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_datagram_comes_and_its_answer_goes_back_to_where_it_came_from(string address)
    {
        await using var box = await TestWire.StartAsync(address: address);
        await using var phone = await TestWire.StartAsync(address: address);
        box.Log.Then = (_, from) => box.Send("SIP/2.0 200 OK\r\n\r\n", from);

        phone.Send(Options, box.At(TransportKind.Udp));

        var (answer, from) = (await phone.Log.WaitForMessagesAsync(1))[0];
        Assert.Equal("SIP/2.0 200 OK\r\n\r\n", answer);
        Assert.Equal(box.At(TransportKind.Udp), from);
        Assert.Equal(phone.At(TransportKind.Udp), box.Log.Messages[0].From);
        Assert.Equal(1, box.Wire.Counts.Received);
        Assert.Equal(1, box.Wire.Counts.Sent);
    }

    [Fact]
    public async Task A_message_of_sixty_thousand_octets_goes_through()
    {
        await using var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync();
        var message = Options + new string('x', 60_000);

        phone.Send(message, box.At(TransportKind.Udp));

        Assert.Equal(message, (await box.Log.WaitForMessagesAsync(1))[0].Text);
    }

    [Fact]
    public async Task What_fits_no_datagram_is_told_in_words()
    {
        await using var phone = await TestWire.StartAsync();
        phone.Send(new string('x', 70_000), phone.At(TransportKind.Udp));

        await phone.Log.WaitAsync(() => !phone.Log.Failures.IsEmpty, "a failure");
        Assert.EndsWith("the message is too long for a datagram.", Assert.Single(phone.Log.Failures).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_without_a_socket_is_told_in_words()
    {
        await using var phone = await TestWire.StartAsync();
        phone.Send(Options, new Hop(TransportKind.Udp, new IPEndPoint(IPAddress.IPv6Loopback, 5060)));

        await phone.Log.WaitAsync(() => !phone.Log.Failures.IsEmpty, "a failure");
        Assert.Contains("no UDP socket", Assert.Single(phone.Log.Failures).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_that_are_gone_do_not_end_the_socket()
    {
        await using var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync();
        using var gone = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        gone.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var nobody = new Hop(TransportKind.Udp, (IPEndPoint)gone.LocalEndPoint!);
        gone.Dispose();

        for (var i = 0; i < 20; i++)
        {
            box.Send(Options, nobody);
        }

        phone.Send(Options, box.At(TransportKind.Udp));
        await box.Log.WaitForMessagesAsync(1);
    }

    [Fact]
    public async Task A_listener_that_stumbles_over_one_message_gets_the_next()
    {
        await using var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync();
        box.Log.Then = (text, _) =>
        {
            if (text == "ONE 1")
            {
                throw new InvalidOperationException("That was one.");
            }
        };

        phone.Send("ONE 1", box.At(TransportKind.Udp));
        phone.Send("TWO 2", box.At(TransportKind.Udp));

        await box.Log.WaitForMessagesAsync(2);
        Assert.Contains("That was one.", Assert.Single(box.Log.Troubles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_waits_in_the_kernel_while_the_listener_is_slow()
    {
        const int Burst = 200;
        await using var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync();
        using var go = new ManualResetEventSlim();
        box.Log.Then = (_, _) => go.Wait(TimeSpan.FromSeconds(10));

        var message = Options + new string('x', 400);
        for (var i = 0; i < Burst; i++)
        {
            phone.Send(message, box.At(TransportKind.Udp));
        }

        go.Set();
        Assert.Equal(Burst, (await box.Log.WaitForMessagesAsync(Burst)).Count);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        await using var box = await TestWire.StartAsync();
        var taken = box.Wire.ListensOn;

        var failure = await Assert.ThrowsAsync<IOException>(() => TestWire.StartAsync(new WireOptions { Listen = taken }));
        Assert.StartsWith($"{taken[0]} cannot be opened", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ports_are_free_again_after_the_end()
    {
        var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync();
        var points = box.Wire.ListensOn;
        phone.Send(Options, box.At(TransportKind.Tcp));
        await box.Log.WaitForMessagesAsync(1);
        await box.DisposeAsync();

        await using var again = await TestWire.StartAsync(new WireOptions { Listen = points });
        Assert.Equal(points, again.Wire.ListensOn);
    }
}

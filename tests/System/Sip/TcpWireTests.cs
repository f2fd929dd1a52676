using Switchhook.Sip.Transport;
using Switchhook.SystemTests.Sip.Kit;

namespace Switchhook.SystemTests.Sip;

public sealed class TcpWireTests
{
    private const string Options = "OPTIONS sip:box SIP/2.0\r\nContent-Length: 0\r\n\r\n";
    private const string Answer = "SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Answers_go_back_on_the_connection_that_the_question_came_on(string address)
    {
        await using var box = await TestWire.StartAsync(address: address);
        await using var phone = await TestWire.StartAsync(address: address);
        box.Log.Then = (_, from) => box.Send(Answer, from);

        phone.Send(Options, box.At(TransportKind.Tcp));

        var (text, from) = (await phone.Log.WaitForMessagesAsync(1))[0];
        Assert.Equal(Answer, text);
        Assert.Equal(box.At(TransportKind.Tcp).Remote, from.Remote);
        Assert.NotEqual(phone.At(TransportKind.Tcp).Remote.Port, box.Log.Messages[0].From.Remote.Port);
        Assert.Equal(1, box.Wire.Counts.Streams);
    }

    [Fact]
    public async Task One_connection_carries_all_messages_to_an_address_in_order()
    {
        await using var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync();
        for (var i = 0; i < 500; i++)
        {
            phone.Send($"MESSAGE sip:{i} SIP/2.0\r\nContent-Length: 0\r\n\r\n", box.At(TransportKind.Tcp));
        }

        var messages = await box.Log.WaitForMessagesAsync(500);
        Assert.Equal(Enumerable.Range(0, 500), messages.Select(message => int.Parse(message.Text.Split(' ')[1][4..], null)));
        Assert.Single(messages.Select(message => message.From).Distinct());
        Assert.Equal(1, phone.Wire.Counts.Streams);
    }

    [Fact]
    public async Task Messages_that_come_in_crumbs_and_in_heaps_are_put_together()
    {
        await using var box = await TestWire.StartAsync();
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        foreach (var octet in Options)
        {
            await peer.SendAsync($"{octet}");
        }

        await peer.SendAsync(Options + Options);
        var messages = await box.Log.WaitForMessagesAsync(3);
        Assert.All(messages, message => Assert.Equal(Options, message.Text));
    }

    [Fact]
    public async Task A_ping_is_answered_even_in_pieces_and_between_messages()
    {
        await using var box = await TestWire.StartAsync();
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);

        await peer.SendAsync("\r\n\r\n");
        Assert.Equal("\r\n", await peer.ReadAsync(2));

        box.Log.Then = (_, from) => box.Send(Answer, from);
        await peer.SendAsync("\r");
        await peer.SendAsync("\n\r");
        await peer.SendAsync("\n" + Options);
        Assert.Equal(Answer.Length + 2, (await peer.ReadAsync(Answer.Length + 2)).Length);
    }

    [Fact]
    public async Task Streams_of_the_box_are_kept_alive_by_pings()
    {
        await using var box = await TestWire.StartAsync();
        await using var phone = await TestWire.StartAsync(new WireOptions { Listen = [], Ping = TimeSpan.FromMilliseconds(100) });
        phone.Send(Options, box.At(TransportKind.Tcp));
        await box.Log.WaitForMessagesAsync(1);

        await phone.Log.WaitAsync(() => phone.Wire.Counts.Sent >= 3, "two pings");
        Assert.Empty(phone.Log.Closed);
        Assert.Single(box.Log.Messages);
    }

    [Fact]
    public async Task After_a_head_without_a_sound_length_there_is_an_answer_and_then_the_end()
    {
        await using var box = await TestWire.StartAsync(new WireLimits { LastAnswer = TimeSpan.FromMilliseconds(500) });
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        box.Log.Then = (_, from) => box.Send("SIP/2.0 400 Bad Request\r\n\r\n", from);

        await peer.SendAsync("INVITE sip:box SIP/2.0\r\nContent-Length: -7\r\n\r\nwhat more there is " + Options);

        Assert.Equal("SIP/2.0 400 Bad Request\r\n\r\n", await peer.ReadToEndAsync());
        Assert.Equal("INVITE sip:box SIP/2.0\r\nContent-Length: -7\r\n\r\n", Assert.Single(box.Log.Messages).Text);
        await box.Log.WaitAsync(() => box.Log.Closed.Count == 1, "the end");
    }

    [Fact]
    public async Task What_is_no_sip_is_hung_up_on()
    {
        await using var box = await TestWire.StartAsync();
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        await peer.SendAsync("\u0016\u0003\u0001");
        Assert.Equal("", await peer.ReadToEndAsync());
        Assert.Empty(box.Log.Messages);
    }

    [Fact]
    public async Task A_peer_that_refuses_is_told_in_words()
    {
        await using var phone = await TestWire.StartAsync();
        Hop gone;
        await using (var box = await TestWire.StartAsync())
        {
            gone = box.At(TransportKind.Tcp);
        }

        phone.Send(Options, gone);
        phone.Send(Options, gone);
        await phone.Log.WaitAsync(() => !phone.Log.Failures.IsEmpty, "a failure");
        var (to, why) = phone.Log.Failures.First();
        Assert.Equal(gone, to);
        Assert.Equal($"{gone}: the connection is refused.", why);
        Assert.Empty(phone.Log.Closed);
    }

    [Fact]
    public async Task A_cut_connection_is_told_and_the_next_message_opens_a_new_one()
    {
        await using var box = await TestWire.StartAsync();
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        await peer.SendAsync(Options);
        var from = (await box.Log.WaitForMessagesAsync(1))[0].From;
        Assert.Equal(peer.Local, from.Remote);

        peer.Cut();
        await box.Log.WaitAsync(() => !box.Log.Closed.IsEmpty, "the end");
        Assert.Equal(from, Assert.Single(box.Log.Closed));

        box.Send(Answer, from);
        await box.Log.WaitAsync(() => !box.Log.Failures.IsEmpty, "a failure");
        Assert.Equal(from, Assert.Single(box.Log.Failures).To);
    }

    [Fact]
    public async Task An_answer_whose_connection_is_gone_goes_on_another_one_to_the_address()
    {
        await using var box = await TestWire.StartAsync();
        await using var peer = await TestWire.StartAsync();

        box.Send(Answer, peer.At(TransportKind.Tcp) with { Connection = 4711 });

        Assert.Equal(Answer, (await peer.Log.WaitForMessagesAsync(1))[0].Text);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_cut_off_and_costs_a_bounded_amount()
    {
        await using var box = await TestWire.StartAsync(new WireLimits { QueuedBytes = 100_000 });
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote, receiveBuffer: 4096);
        await peer.SendAsync(Options);
        var from = (await box.Log.WaitForMessagesAsync(1))[0].From;

        var message = Answer + new string('x', 50_000);
        for (var i = 0; i < 1000 && box.Log.Failures.IsEmpty; i++)
        {
            box.Send(message, from);
            await Task.Yield();
        }

        await box.Log.WaitAsync(() => !box.Log.Closed.IsEmpty, "the end");
        Assert.Contains(box.Log.Failures, failure => failure.Why.Contains("does not read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_begun_and_not_ended_ends_the_connection()
    {
        await using var box = await TestWire.StartAsync(new WireLimits { WholeMessage = TimeSpan.FromMilliseconds(300) });
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        await peer.SendAsync(Options + "OPTIONS sip:bo");
        Assert.Equal("", await peer.ReadToEndAsync());
    }

    [Fact]
    public async Task A_connection_without_a_message_ends()
    {
        await using var box = await TestWire.StartAsync(new WireLimits { FirstMessage = TimeSpan.FromMilliseconds(300) });
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        Assert.Equal("", await peer.ReadToEndAsync());
    }

    [Fact]
    public async Task A_silent_connection_ends_on_both_sides()
    {
        await using var box = await TestWire.StartAsync(new WireLimits { Idle = TimeSpan.FromMilliseconds(300) });
        await using var phone = await TestWire.StartAsync();
        phone.Send(Options, box.At(TransportKind.Tcp));
        await phone.Log.WaitAsync(() => phone.Log.Closed.Count == 1, "the end");
        await box.Log.WaitAsync(() => box.Log.Closed.Count == 1, "the end");
        Assert.Equal(0, phone.Wire.Counts.Streams);
    }

    [Fact]
    public async Task One_address_has_so_many_connections_and_no_more()
    {
        await using var box = await TestWire.StartAsync(new WireLimits { StreamsPerAddress = 3 });
        var peers = new List<RawPeer>();
        for (var i = 0; i < 4; i++)
        {
            peers.Add(await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote));
            await peers[i].SendAsync(Options);
        }

        await box.Log.WaitForMessagesAsync(3);
        await box.Log.WaitAsync(() => box.Log.Troubles.Count == 1, "word of the fourth");
        Assert.Contains("that address has 3 streams already", Assert.Single(box.Log.Troubles), StringComparison.Ordinal);
        Assert.True(await peers[3].ReadToEndAsync() is "" or "reset");

        // One goes, one may come.
        peers[0].Cut();
        await box.Log.WaitAsync(() => box.Wire.Counts.Streams == 2, "room");
        using var another = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        await another.SendAsync(Options);
        await box.Log.WaitForMessagesAsync(4);
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task Many_connections_are_served_at_once()
    {
        const int Peers = 400;
        await using var box = await TestWire.StartAsync(new WireLimits { StreamsPerAddress = Peers });
        box.Log.Then = (_, from) => box.Send(Answer, from);
        var peers = await Task.WhenAll(Enumerable.Range(0, Peers).Select(_ => RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote)));
        var answers = await Task.WhenAll(peers.Select(async peer =>
        {
            await peer.SendAsync(Options);
            return await peer.ReadAsync(Answer.Length);
        }));

        Assert.All(answers, answer => Assert.Equal(Answer, answer));
        Assert.Equal(Peers, box.Wire.Counts.Streams);
        Array.ForEach(peers, peer => peer.Dispose());
        await box.Log.WaitAsync(() => box.Wire.Counts.Streams == 0, "the end of all");
    }

    [Fact]
    public async Task The_end_of_the_box_ends_its_connections()
    {
        var box = await TestWire.StartAsync();
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tcp).Remote);
        await peer.SendAsync(Options);
        await box.Log.WaitForMessagesAsync(1);
        await box.DisposeAsync();
        Assert.Equal("", await peer.ReadToEndAsync());

        box.Send(Options, new Hop(TransportKind.Tcp, peer.Local));
        await box.Log.WaitAsync(() => !box.Log.Failures.IsEmpty, "a failure");
        Assert.EndsWith("the box stops.", box.Log.Failures.First().Why, StringComparison.Ordinal);
    }
}

using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Testing.Sip;

public sealed class MemoryWireTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly MemoryNetwork _network;
    private readonly MemoryWire _box;
    private readonly MemoryWire _phone;
    private readonly Ear _ear = new();

    public MemoryWireTests()
    {
        _network = new MemoryNetwork(_time);
        _box = _network.Join("192.0.2.1:5060", _ear);
        _phone = _network.Join("192.0.2.7:5060");
    }

    [Fact]
    public void A_datagram_arrives_with_the_next_step_of_the_clock()
    {
        _phone.Send("OPTIONS", _box.By(TransportKind.Udp));
        Assert.Empty(_box.Received);

        _time.Advance(TimeSpan.Zero);
        Assert.Equal(["udp 192.0.2.7:5060 OPTIONS"], _ear.Heard);
    }

    [Fact]
    public void Every_third_datagram_is_lost()
    {
        _phone.Knobs.DropEvery = 3;
        Assert.Equal("1 2 4 5 7", SendSeven());
    }

    [Fact]
    public void Every_second_datagram_arrives_twice()
    {
        _phone.Knobs.DuplicateEvery = 2;
        Assert.Equal("1 2 2 3 4 4 5 6 6 7", SendSeven());
    }

    [Fact]
    public void A_late_datagram_is_overtaken()
    {
        _phone.Knobs.LateEvery = 4;
        Assert.Equal("1 2 3 5 6 7 4", SendSeven());
    }

    [Fact]
    public void A_datagram_is_lost_for_what_it_says()
    {
        _phone.Knobs.DropWhen = text => text is "5";
        Assert.Equal("1 2 3 4 6 7", SendSeven());
    }

    [Fact]
    public void Chance_repeats_with_its_seed()
    {
        _phone.Knobs.DropShare = 0.4;
        _phone.Knobs.Jitter = TimeSpan.FromMilliseconds(100);
        var first = SendSeven();

        var again = new MemoryWireTests();
        again._phone.Knobs.DropShare = 0.4;
        again._phone.Knobs.Jitter = TimeSpan.FromMilliseconds(100);
        Assert.Equal(first, again.SendSeven());
        Assert.NotEqual("1 2 3 4 5 6 7", first);
    }

    [Fact]
    public void A_message_takes_its_time()
    {
        _phone.Knobs.Delay = TimeSpan.FromMilliseconds(30);
        SendSeven();
        Assert.All(_box.Received, message => Assert.Equal(30, message.At.TotalMilliseconds));
    }

    [Fact]
    public void What_cannot_be_sent_is_told()
    {
        _box.Knobs.Fail = "The cable is out.";
        _box.Send("OPTIONS", _phone.By(TransportKind.Udp));
        _time.Advance(TimeSpan.Zero);
        Assert.Equal(["failed udp 192.0.2.7:5060: The cable is out."], _ear.Heard);
        Assert.Empty(_phone.Received);
    }

    [Fact]
    public void A_datagram_to_nobody_is_lost_and_a_stream_to_nobody_is_refused()
    {
        _network.Leave(_phone);
        _box.Send("1", _phone.By(TransportKind.Udp));
        _box.Send("2", _phone.By(TransportKind.Tcp));
        _time.Advance(TimeSpan.Zero);
        Assert.Equal(["failed tcp 192.0.2.7:5060: 192.0.2.7:5060 refused the connection."], _ear.Heard);
    }

    [Fact]
    public void Answers_go_back_on_the_stream_that_the_question_came_on()
    {
        _phone.Send("REGISTER", _box.By(TransportKind.Tcp));
        _time.Advance(TimeSpan.Zero);
        var from = Assert.Single(_box.Received).Hop;
        Assert.NotEqual(_phone.Local, from.Remote);

        _box.Send("200", from);
        _phone.Send("SUBSCRIBE", _box.By(TransportKind.Tcp));
        _time.Advance(TimeSpan.Zero);
        Assert.Equal("200", Assert.Single(_phone.Received).Text);
        Assert.Equal(from, _box.Received[1].Hop);
        Assert.Single(_box.Streams);
    }

    [Fact]
    public void A_stream_that_is_cut_is_told_and_its_port_takes_no_new_one()
    {
        _phone.Send("REGISTER", _box.By(TransportKind.Tls));
        _time.Advance(TimeSpan.Zero);
        var from = _box.Received[0].Hop;

        _phone.CutStreams();
        _time.Advance(TimeSpan.Zero);
        _box.Send("INVITE", from);
        _time.Advance(TimeSpan.Zero);
        Assert.Equal([$"{from} REGISTER", $"closed {from}", $"failed {from}: {from.Remote} refused the connection."], _ear.Heard);
    }

    [Fact]
    public void Nothing_overtakes_on_a_stream()
    {
        _phone.Knobs.Jitter = TimeSpan.FromMilliseconds(100);
        Assert.Equal("1 2 3 4 5 6 7", SendSeven(TransportKind.Tcp));
    }

    private string SendSeven(TransportKind transport = TransportKind.Udp)
    {
        for (var i = 1; i <= 7; i++)
        {
            _phone.Send($"{i}", _box.By(transport));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        return string.Join(' ', _box.Received.Select(message => message.Text));
    }

    private sealed class Ear : IWireListener
    {
        public List<string> Heard { get; } = [];

        public void OnMessage(ReadOnlySpan<byte> message, Hop from) =>
            Heard.Add($"{from} {System.Text.Encoding.Latin1.GetString(message)}");

        public void OnFailed(Hop to, string why) => Heard.Add($"failed {to}: {why}");

        public void OnClosed(Hop hop) => Heard.Add($"closed {hop}");
    }
}

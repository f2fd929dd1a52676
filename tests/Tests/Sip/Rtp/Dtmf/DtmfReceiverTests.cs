using Switchhook.Sip.Rtp.Dtmf;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Testing;
using Switchhook.Testing.Network;

namespace Switchhook.Tests.Sip.Rtp.Dtmf;

public sealed class DtmfReceiverTests
{
    private const int Digit5 = 5;

    private readonly DtmfReceiver _receiver = new();
    private TimeSpan _now;
    private string _heard = "";

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "1")]
    [InlineData("2", "2")]
    [InlineData("3", "3")]
    [InlineData("4", "4")]
    [InlineData("5", "5")]
    [InlineData("6", "6")]
    [InlineData("7", "7")]
    [InlineData("8", "8")]
    [InlineData("9", "9")]
    [InlineData("pound", "#")]
    [InlineData("star", "*")]
    public void Hears_the_keys_in_captures_of_another_program(string name, string key)
    {
        foreach (var packet in PcapFile.OfSipTester($"dtmf_2833_{name}.pcap"))
        {
            Assert.True(RtpHeader.TryRead(packet.Payload, out var header, out var payload));
            if (_receiver.TryHear(header, payload, packet.At, out var digit))
            {
                _heard += digit;
            }
        }

        Assert.Equal(key, _heard);
        Assert.Null(_receiver.Pressed);
    }

    [Fact]
    public void A_key_is_told_with_its_first_packet_and_held_until_its_end()
    {
        Hear(1000, Digit5, 160, marker: true);
        Assert.Equal("5", _heard);
        Assert.Equal('5', _receiver.Pressed);

        Hear(1000, Digit5, 320);
        Hear(1000, Digit5, 480, end: true);
        Assert.Null(_receiver.Pressed);
        Hear(1000, Digit5, 480, end: true);
        Hear(1000, Digit5, 320);
        Assert.Equal("5", _heard);
        Assert.Null(_receiver.Pressed);
    }

    [Fact]
    public void An_end_alone_is_a_key_too()
    {
        Hear(1000, Digit5, 800, end: true);
        Assert.Equal("5", _heard);
        Assert.Null(_receiver.Pressed);
    }

    [Fact]
    public void A_key_whose_end_is_lost_is_let_go_by_time()
    {
        Hear(1000, Digit5, 160, marker: true);
        _receiver.Pass(_now + DtmfReceiver.LostEnd - TimeSpan.FromMilliseconds(1));
        Assert.Equal('5', _receiver.Pressed);
        _receiver.Pass(_now + DtmfReceiver.LostEnd);
        Assert.Null(_receiver.Pressed);

        _now += TimeSpan.FromSeconds(1);
        Hear(9000, Digit5, 160);
        Assert.Equal("55", _heard);
    }

    [Fact]
    public void The_same_key_again_is_heard_though_the_end_and_the_marker_are_lost()
    {
        Hear(1000, Digit5, 160, marker: true);
        Hear(1000, Digit5, 640);
        Hear(1000 + 800 + 400, Digit5, 320);
        Assert.Equal("55", _heard);
    }

    [Fact]
    public void Stragglers_of_the_key_before_are_no_key()
    {
        Hear(1000, 1, 800, end: true);
        Hear(3000, 2, 160, marker: true);
        Hear(1000, 1, 800, end: true);
        Assert.Equal("12", _heard);
        Assert.Equal('2', _receiver.Pressed);
    }

    [Fact]
    public void A_long_press_in_several_events_is_one_key()
    {
        for (var duration = 160; duration <= 65_440; duration += 160)
        {
            Hear(1000, Digit5, duration, marker: duration == 160);
        }

        Hear(1000, Digit5, 65_535);
        Hear(1000 + 65_535, Digit5, 160);
        Hear(1000 + 65_535, Digit5, 320, end: true);
        Assert.Equal("5", _heard);
    }

    [Fact]
    public void A_sender_that_lets_the_timestamp_run_on_presses_once()
    {
        for (var packet = 0; packet < 8; packet++)
        {
            Hear(1000 + (uint)(160 * packet), Digit5, 160 * (packet + 1), marker: packet == 0, end: packet == 7);
        }

        Assert.Equal("5", _heard);
    }

    [Fact]
    public void A_stream_that_begins_anew_is_heard()
    {
        Hear(uint.MaxValue / 2, 1, 800, end: true);
        Hear(1000, 2, 800, end: true, ssrc: 2);
        Hear(3_000_000_000, 3, 800, end: true, ssrc: 2);
        Hear(1000, 4, 800, end: true, ssrc: 2);
        Assert.Equal("1234", _heard);
    }

    [Theory]
    [InlineData("10008003")]
    [InlineData("FF808003")]
    [InlineData("050A03")]
    [InlineData("")]
    public void Other_events_and_what_is_none_are_passed_over(string payload)
    {
        Assert.False(_receiver.TryHear(new RtpHeader(101, true, 1, 1, 1), Convert.FromHexString(payload), _now, out _));
        Assert.Null(_receiver.Pressed);
    }

    [Fact]
    public void Keys_come_through_a_network_that_loses_every_third_packet_at_random()
    {
        const string Keys = "159D*0#84267";
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (sender, receiver) = (new DtmfSender(), new DtmfReceiver());
            foreach (var key in Keys)
            {
                sender.TryAdd(key);
            }

            var (heard, lostWhole, came) = ("", 0, 0);
            var payload = new byte[DtmfEvent.Octets];
            for (var step = 0; sender.IsBusy; step++)
            {
                if (sender.TryStep((uint)(step * 160), out var packet))
                {
                    came = packet.Marker ? 0 : came;
                    packet.Event.Write(payload);
                    var header = new RtpHeader(101, packet.Marker, (ushort)step, packet.Timestamp, 1);
                    if (random.Next(3) > 0)
                    {
                        came++;
                        heard += receiver.TryHear(header, payload, TimeSpan.FromMilliseconds(20 * step), out var digit) ? digit : "";
                    }
                }
                else
                {
                    lostWhole += came == 0 ? 1 : 0;
                }
            }

            Assert.Equal(Keys.Length - lostWhole, heard.Length);
            Assert.True(lostWhole > 0 || heard == Keys);
        }
    }

    [Fact]
    public void Allocates_nothing()
    {
        var payload = new byte[DtmfEvent.Octets];
        var timestamp = 0u;
        Assert.Equal(0, Allocation.Of(() =>
            _receiver.TryHear(new RtpHeader(101, true, 1, timestamp += 1600, 1), payload, _now, out _)));
    }

    private void Hear(uint timestamp, int code, int duration, bool end = false, bool marker = false, uint ssrc = 1)
    {
        var payload = new byte[DtmfEvent.Octets];
        new DtmfEvent((byte)code, end, 10, (ushort)duration).Write(payload);
        _now += TimeSpan.FromMilliseconds(20);
        if (_receiver.TryHear(new RtpHeader(101, marker, 1, timestamp, ssrc), payload, _now, out var digit))
        {
            _heard += digit;
        }
    }
}

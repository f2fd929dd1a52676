using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Switchhook.Audio.Codecs;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.SystemTests.Sip;

/// <summary>The RTP engine with the kernel's sockets. The test is control loop and media thread; the RTP thread is the real one.</summary>
public sealed class RtpLoopbackTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly List<Exception> _faults = [];
    private readonly RtpEngine _engine;

    public RtpLoopbackTests()
    {
        var around = new RtpSurroundings(TimeProvider.System, new Random(Environment.ProcessId), work => work(), _faults.Add);
        _engine = new RtpEngine(new RtpPortRange(24_000, 24_999), around);
        _engine.Start();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void What_a_phone_says_comes_back_as_sound(string address)
    {
        var local = IPAddress.Parse(address);
        using var phone = new RtpPhone(local);
        var session = Open(local, phone);
        var frame = new short[LineAudio.BlockSamples];
        using var clock = new MediaClock(
            new AbsoluteBlockTicker(),
            () =>
            {
                phone.Speak(G711.Encode(12_000, CompandingLaw.ALaw));
                session.ReadFrame(frame);
                session.WriteFrame(frame);
                _engine.Flush();
            },
            TimeProvider.System,
            _faults.Add);
        clock.Start();
        var loudest = 0;
        for (var begun = TimeProvider.System.GetTimestamp(); loudest < 8000 && !IsOver(begun);)
        {
            loudest = G711.Decode(phone.Hear()[^1], CompandingLaw.ALaw);
        }

        Assert.InRange(loudest, 11_000, 13_000);
        session.Close();
    }

    [Fact]
    public void Packets_of_two_phones_go_straight_over()
    {
        using var anna = new RtpPhone(IPAddress.Loopback);
        using var ben = new RtpPhone(IPAddress.Loopback);
        var (a, b) = (Open(IPAddress.Loopback, anna), Open(IPAddress.Loopback, ben));
        Assert.True(a.CanRelay(b));
        a.Relay(b);
        b.Relay(a);

        for (byte i = 0; i < 200; i++)
        {
            anna.Speak(i);
            ben.Speak((byte)(255 - i));
            Assert.Equal((i, 255 - i), (ben.Hear()[^1], anna.Hear()[^1]));
        }
    }

    [Fact]
    public void The_ports_of_a_session_that_is_closed_are_closed()
    {
        using var phone = new RtpPhone(IPAddress.Loopback);
        var session = Open(IPAddress.Loopback, phone);
        session.Close();

        WaitFor(() => IsFree(session.Port) && IsFree(session.Port + 1), "the ports are free");
    }

    [Fact]
    public void A_port_that_another_program_has_is_passed_over()
    {
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        first.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)first.LocalEndPoint!).Port;
        var even = port - (port % 2);
        using var engine = new RtpEngine(
            new RtpPortRange(even, even + 1), new RtpSurroundings(TimeProvider.System, new Random(1), work => work(), _faults.Add));

        Assert.False(engine.TryOpen(IPAddress.Loopback, out _, out var why));
        Assert.Contains("No pair of UDP ports is free", why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_not_the_boxs_is_told_in_words()
    {
        Assert.False(_engine.TryOpen(IPAddress.Parse("192.0.2.1"), out _, out var why));
        Assert.StartsWith("The UDP port 192.0.2.1:", why, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _engine.Dispose();
        Assert.Empty(_faults);
    }

    private RtpSession Open(IPAddress local, RtpPhone phone)
    {
        Assert.True(_engine.TryOpen(local, out var session, out var why), why);
        session.Apply(new AgreedAudio(AudioCodec.Pcma, 8, phone.End, phone.End, Sends: true, Receives: true));
        phone.Box = new IPEndPoint(local, session.Port);
        return session;
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void WaitFor(Func<bool> condition, string what)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.False(IsOver(begun), $"{what}: not within {Limit.TotalSeconds} s.");
            Thread.Yield();
        }
    }

    private static bool IsOver(long begun) => TimeProvider.System.GetElapsedTime(begun) > Limit;

    /// <summary>A phone that speaks RTP over a socket of its own.</summary>
    private sealed class RtpPhone : IDisposable
    {
        private readonly Socket _socket;
        private ushort _sequence = 1;
        private uint _timestamp;

        public RtpPhone(IPAddress local)
        {
            _socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = (int)Limit.TotalMilliseconds };
            _socket.Bind(new IPEndPoint(local, 0));
        }

        public IPEndPoint End => (IPEndPoint)_socket.LocalEndPoint!;

        public IPEndPoint? Box { get; set; }

        public void Speak(byte octet)
        {
            var packet = new byte[172];
            (packet[0], packet[1]) = (0x80, 8);
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), _sequence++);
            BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), _timestamp);
            BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), 0xABCD);
            packet.AsSpan(12).Fill(octet);
            _timestamp += 160;
            _socket.SendTo(packet, Box!);
        }

        public byte[] Hear()
        {
            var packet = new byte[2000];
            return packet[.._socket.Receive(packet)];
        }

        public void Dispose() => _socket.Dispose();
    }
}

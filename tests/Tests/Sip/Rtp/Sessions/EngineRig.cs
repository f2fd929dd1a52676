using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Testing;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

/// <summary>An engine on a network in memory, stepped by hand; what it posts to the control loop runs at once.</summary>
internal sealed class EngineRig : IDisposable
{
    public static readonly IPAddress Local = IPAddress.Parse("192.0.2.1");

    public EngineRig(RtpPortRange? range = null)
    {
        Network = new MemoryPackets(Time);
        var around = new RtpSurroundings(Time, new Random(1), work => work(), fault => throw fault);
        Engine = new RtpEngine(range ?? RtpPortRange.Default, around, Network);
    }

    public ManualTimeProvider Time { get; } = new();

    public MemoryPackets Network { get; }

    public RtpEngine Engine { get; }

    public RtpSession Open()
    {
        Assert.True(Engine.TryOpen(Local, out var session, out var why), why);
        return session;
    }

    /// <summary>A session that has agreed with a peer.</summary>
    public (RtpSession Session, RigPeer Peer) Connect(string endPoint, Func<AgreedAudio, AgreedAudio>? change = null)
    {
        var session = Open();
        var end = IPEndPoint.Parse(endPoint);
        session.Apply(change is null ? Agreed(end) : change(Agreed(end)));
        Step();
        return (session, new RigPeer(Network, Network.Peer(endPoint), session.Port));
    }

    public static AgreedAudio Agreed(IPEndPoint remote) =>
        new(AudioCodec.Pcma, 8, remote, new IPEndPoint(remote.Address, remote.Port + 1), Sends: true, Receives: true)
        {
            TelephoneEvent = 101,
            TelephoneEventIn = 101,
        };

    /// <summary>One round of the RTP thread.</summary>
    public void Step() => Engine.Step(0);

    /// <summary>Moves the clock in steps of 10 ms, with a round of the RTP thread after each.</summary>
    public void Run(TimeSpan time)
    {
        for (var end = Time.Elapsed + time; Time.Elapsed < end;)
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            Step();
        }
    }

    public void Dispose() => Engine.Dispose();
}

/// <summary>A phone that speaks RTP with a session of the rig.</summary>
internal sealed class RigPeer(MemoryPackets network, MemorySocket socket, int port)
{
    private readonly PacketAddress _box = PacketAddress.From(new IPEndPoint(EngineRig.Local, port));
    private ushort _sequence = 100;
    private uint _timestamp = 4000;

    public uint Ssrc { get; set; } = PeerPackets.Ssrc;

    public PacketAddress Address => socket.Address;

    /// <summary>Sends the next packet of sound, filled with one octet.</summary>
    public void Speak(byte fill, int type = 8)
    {
        Send(PeerPackets.Of(_sequence++, [.. Enumerable.Repeat(fill, 160)], _timestamp, type, Ssrc));
        _timestamp += 160;
    }

    public void Send(byte[] packet) => network.Send(socket.Address, packet, _box);

    public List<byte[]> TakeAll() => network.TakeAll(socket);
}

using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Sip.Rtp.Srtp;
using Switchhook.Tests.Sip.Rtp.Srtp;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

/// <summary>A phone that speaks SRTP with a session of the rig.</summary>
internal sealed class SecurePeer
{
    private readonly RigPeer _peer;
    private readonly SrtpContext _out;
    private readonly SrtpContext _in;
    private readonly MemoryPackets _network;
    private readonly MemorySocket _control;

    public SecurePeer(EngineRig rig, string endPoint, SrtpSuite suite, byte fill)
    {
        var (local, remote) = (SrtpContextTests.Key(suite, fill), SrtpContextTests.Key(suite, (byte)(fill + 100)));
        _out = SrtpContext.Outbound(suite, remote);
        _in = SrtpContext.Inbound(suite, local);
        var end = IPEndPoint.Parse(endPoint);
        _control = rig.Network.Peer(new IPEndPoint(end.Address, end.Port + 1).ToString());
        _network = rig.Network;
        (Session, _peer) = rig.Connect(endPoint, agreed => agreed with { Keys = new SrtpKeys(suite, [.. local], [.. remote]) });
    }

    public RtpSession Session { get; }

    public void Send(byte[] packet) => _peer.Send(SrtpContextTests.Protect(_out, packet).Octets);

    public void SendForged(byte[] packet) => _peer.Send([.. packet, .. new byte[10]]);

    public List<byte[]> TakeAll() => [.. _peer.TakeAll().Select(Open)];

    /// <summary>The reports that came, decrypted; there must be one at least.</summary>
    public List<byte[]> TakeControl()
    {
        var reports = _network.TakeAll(_control);
        Assert.NotEmpty(reports);
        return [.. reports.Select(OpenControl)];
    }

    private byte[] OpenControl(byte[] packet)
    {
        var length = packet.Length;
        Assert.Equal(SrtpVerdict.Good, _in.UnprotectControl(packet, ref length));
        return packet[..length];
    }

    private byte[] Open(byte[] packet)
    {
        var length = packet.Length;
        Assert.Equal(SrtpVerdict.Good, _in.Unprotect(packet, ref length));
        return packet[..length];
    }
}

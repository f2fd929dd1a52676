using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Sip.Rtp.Srtp;

namespace Switchhook.Tests.Sip.Rtp.Io;

/// <summary>A network that brings each RTP socket one packet each time it is asked, and allocates nothing.</summary>
internal sealed class SteadyNetwork(PacketAddress from) : IPacketNetwork
{
    private const int Payload = 160;

    private readonly List<int> _keys = [];
    private readonly Dictionary<int, ushort> _sequences = [];
    private readonly Dictionary<int, SrtpContext> _protection = [];
    private (SrtpSuite Suite, byte[] Key)? _protect;
    private int _next = 1;

    public int Sent { get; private set; }

    public TimeSpan ThreadCpuTime => TimeSpan.Zero;

    public void Protect(SrtpSuite suite, byte[] key) => _protect = (suite, key);

    public string EnterThread() => "steady";

    public OpenedSocket Open(IPEndPoint local)
    {
        _sequences[_next] = 0;
        if (_protect is { } protect)
        {
            _protection[_next] = SrtpContext.Outbound(protect.Suite, protect.Key);
        }

        return new OpenedSocket(_next++, IsTaken: false, null);
    }

    public bool TryWatch(int socket, int key)
    {
        if (key % 2 == 0)
        {
            _keys.Add(key);
        }

        return true;
    }

    public int Wait(Span<int> ready, int milliseconds)
    {
        for (var i = 0; i < _keys.Count; i++)
        {
            ready[i] = _keys[i];
        }

        return _keys.Count;
    }

    public int Receive(int socket, ReceiveBatch batch)
    {
        var number = ++_sequences[socket];
        var packet = batch.RoomOf(0);
        new RtpHeader(8, false, number, number * (uint)Payload, 77).Write(packet);
        packet.Slice(RtpHeader.Octets, Payload).Fill((byte)number);
        var length = RtpHeader.Octets + Payload;
        if (_protection.TryGetValue(socket, out var protection))
        {
            _ = protection.Protect(packet, ref length);
        }

        batch.Set(0, length, from);
        return 1;
    }

    public int Send(int socket, SendBatch batch)
    {
        Sent += batch.Count;
        return 0;
    }

    public void Close(int socket)
    {
    }

    public void Wake()
    {
    }

    public void Dispose()
    {
    }
}

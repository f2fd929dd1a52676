using Switchhook.Sip.Rtp.Control;
using Switchhook.Sip.Rtp.Srtp;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>Gathers what leaves by one socket, and sends it in one call. RTP thread.</summary>
internal sealed class PacketSender(IPacketNetwork network)
{
    private readonly SendBatch _batch = new();
    private readonly byte[] _scratch = GC.AllocateArray<byte>(RtcpWriter.MaxOctets + SrtpContext.Growth, pinned: true);
    private int _socket = -1;

    /// <summary>Packets that the system did not take.</summary>
    public long Refused { get; private set; }

    /// <summary>Packets sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Sends a datagram with the next <see cref="Flush"/>, or before.</summary>
    /// <param name="socket">By which it leaves.</param>
    /// <param name="datagram">In pinned memory, unchanged until then.</param>
    /// <param name="to">Where to.</param>
    public void Add(int socket, ReadOnlySpan<byte> datagram, PacketAddress to)
    {
        if (socket != _socket || _batch.Count == SendBatch.Most)
        {
            Flush();
            _socket = socket;
        }

        _batch.Add(datagram, to);
    }

    /// <summary>Room for a report, until it is sent.</summary>
    public Span<byte> Scratch => _scratch;

    /// <summary>Sends a datagram at once, behind what was added.</summary>
    public void SendNow(int socket, ReadOnlySpan<byte> datagram, PacketAddress to)
    {
        Add(socket, datagram, to);
        Flush();
    }

    /// <summary>Sends all that was added.</summary>
    public void Flush()
    {
        if (_batch.Count > 0)
        {
            var lost = network.Send(_socket, _batch);
            Refused += lost;
            Sent += _batch.Count - lost;
            _batch.Clear();
        }
    }

    /// <summary>Forgets what was added, after a fault.</summary>
    public void Drop() => _batch.Clear();
}

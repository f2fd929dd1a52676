namespace Switchhook.Sip.Rtp.Io;

/// <summary>Room for the datagrams that one call takes from a socket. It lies still; each has room to grow by what SRTP adds.</summary>
internal sealed class ReceiveBatch
{
    /// <summary>Datagrams at most.</summary>
    public const int Most = 32;

    /// <summary>Octets of a datagram at most; a longer one is told as empty.</summary>
    public const int MaxDatagram = 1600;

    private const int Room = 2048;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Most * Room, pinned: true);
    private readonly int[] _lengths = new int[Most];
    private readonly PacketAddress[] _from = new PacketAddress[Most];

    /// <summary>The whole room of a datagram.</summary>
    public Span<byte> RoomOf(int index) => _bytes.AsSpan(index * Room, Room);

    /// <summary>Octets that came.</summary>
    public int LengthOf(int index) => _lengths[index];

    /// <summary>Where it came from.</summary>
    public PacketAddress From(int index) => _from[index];

    /// <summary>Notes what came.</summary>
    public void Set(int index, int length, PacketAddress from)
    {
        _lengths[index] = length;
        _from[index] = from;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>Datagrams that leave by one socket in one call. It points to them: they lie in pinned memory until they are sent.</summary>
internal sealed unsafe class SendBatch
{
    /// <summary>Datagrams at most.</summary>
    public const int Most = 64;

    private readonly nint[] _first = new nint[Most];
    private readonly int[] _lengths = new int[Most];
    private readonly PacketAddress[] _to = new PacketAddress[Most];

    /// <summary>Datagrams in it.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a datagram.</summary>
    public void Add(ReadOnlySpan<byte> datagram, PacketAddress to)
    {
        _first[Count] = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(datagram));
        _lengths[Count] = datagram.Length;
        _to[Count++] = to;
    }

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> this[int index] => new((void*)_first[index], _lengths[index]);

    /// <summary>Where to.</summary>
    public PacketAddress To(int index) => _to[index];

    /// <summary>Empties it.</summary>
    public void Clear() => Count = 0;
}

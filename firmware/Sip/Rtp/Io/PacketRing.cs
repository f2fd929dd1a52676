using System.Runtime.InteropServices;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>Hands packets from one thread to one other, in order, without locks: slots of one size, each with a note.</summary>
/// <typeparam name="TNote">What is known of a packet besides its bytes.</typeparam>
internal sealed class PacketRing<TNote>
    where TNote : struct
{
    private readonly byte[] _bytes;
    private readonly TNote[] _notes;
    private readonly int _slotOctets;
    private readonly uint _mask;
    private RingPlace _written;
    private RingPlace _released;

    /// <summary>An empty ring.</summary>
    /// <param name="slots">A power of two.</param>
    /// <param name="slotOctets">Octets of a slot.</param>
    /// <param name="isPinned">True when packets are sent from where they lie.</param>
    public PacketRing(int slots, int slotOctets, bool isPinned = false)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(slots * slotOctets, isPinned);
        _notes = new TNote[slots];
        _slotOctets = slotOctets;
        _mask = (uint)slots - 1;
    }

    /// <summary>True when nothing waits. Any thread.</summary>
    public bool IsEmpty => Volatile.Read(ref _written.Count) == Volatile.Read(ref _released.Count);

    /// <summary>The next free slot; empty when the ring is full. Writing thread.</summary>
    public Span<byte> Reserve() =>
        _written.Count - Volatile.Read(ref _released.Count) > _mask ? [] : Slot(_written.Count);

    /// <summary>Hands the reserved slot over. Writing thread.</summary>
    public void Publish(in TNote note)
    {
        _notes[_written.Count & _mask] = note;
        Volatile.Write(ref _written.Count, _written.Count + 1);
    }

    /// <summary>Looks at a waiting packet; its slot stays taken. Reading thread.</summary>
    /// <param name="ahead">0 for the oldest.</param>
    /// <param name="note">What is known of it.</param>
    /// <param name="slot">The whole slot.</param>
    public bool TryPeek(int ahead, out TNote note, out Span<byte> slot)
    {
        var place = _released.Count + (uint)ahead;
        if ((int)(Volatile.Read(ref _written.Count) - place) <= 0)
        {
            note = default;
            slot = [];
            return false;
        }

        note = _notes[place & _mask];
        slot = Slot(place);
        return true;
    }

    /// <summary>Frees the slots of the oldest packets. Reading thread.</summary>
    public void Release(int count) => Volatile.Write(ref _released.Count, _released.Count + (uint)count);

    private Span<byte> Slot(uint place) => _bytes.AsSpan((int)(place & _mask) * _slotOctets, _slotOctets);
}

/// <summary>A thread's counter on a cache line of its own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct RingPlace
{
    [FieldOffset(64)]
    public uint Count;
}

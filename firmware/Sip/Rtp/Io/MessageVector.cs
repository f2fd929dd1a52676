using System.Runtime.InteropServices;
using Switchhook.Sip.Interop;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>The headers with which the kernel takes or gives several datagrams in one call.</summary>
internal sealed unsafe class MessageVector
{
    private readonly LibC.IoVector[] _vectors;
    private readonly LibC.BatchedMessage[] _messages;
    private readonly byte[] _addresses;
    private readonly int _most;
    private int _used;

    /// <summary>Headers for so many datagrams.</summary>
    public MessageVector(int most)
    {
        _most = most;
        _used = most;
        _vectors = GC.AllocateArray<LibC.IoVector>(most, pinned: true);
        _messages = GC.AllocateArray<LibC.BatchedMessage>(most, pinned: true);
        _addresses = GC.AllocateArray<byte>(most * PacketAddress.MaxSocketAddress, pinned: true);
        Messages = (LibC.BatchedMessage*)Marshal.UnsafeAddrOfPinnedArrayElement(_messages, 0);
        for (var i = 0; i < most; i++)
        {
            _messages[i].Header.Vectors = (LibC.IoVector*)Marshal.UnsafeAddrOfPinnedArrayElement(_vectors, i);
            _messages[i].Header.VectorCount = 1;
            _messages[i].Header.Name = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_addresses, i * PacketAddress.MaxSocketAddress);
        }
    }

    /// <summary>The first header.</summary>
    public LibC.BatchedMessage* Messages { get; }

    /// <summary>Points all headers to a batch. Once; it must lie still.</summary>
    public void PointTo(ReceiveBatch batch)
    {
        for (var i = 0; i < _most; i++)
        {
            fixed (byte* first = batch.RoomOf(i))
            {
                _vectors[i] = new LibC.IoVector { Bytes = first, Length = ReceiveBatch.MaxDatagram };
            }
        }
    }

    /// <summary>Before the kernel writes: it must know how much room each address has.</summary>
    public void Prepare()
    {
        for (var i = 0; i < _used; i++)
        {
            _messages[i].Header.NameLength = PacketAddress.MaxSocketAddress;
        }
    }

    /// <summary>After the kernel wrote: tells the batch what came.</summary>
    public void Tell(ReceiveBatch batch, int count)
    {
        _used = count;
        for (var i = 0; i < count; i++)
        {
            ref readonly var message = ref _messages[i];
            var isWhole = (message.Header.Flags & LibC.MessageTruncated) == 0;
            batch.Set(i, isWhole ? (int)message.Length : 0, PacketAddress.Read(AddressOf(i)));
        }
    }

    /// <summary>Before the kernel reads: points to what is to be sent.</summary>
    public void Take(SendBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            fixed (byte* first = batch[i])
            {
                _vectors[i] = new LibC.IoVector { Bytes = first, Length = (nuint)batch[i].Length };
            }

            _messages[i].Header.NameLength = (uint)batch.To(i).WriteTo(AddressOf(i));
        }
    }

    private Span<byte> AddressOf(int index) =>
        _addresses.AsSpan(index * PacketAddress.MaxSocketAddress, PacketAddress.MaxSocketAddress);
}

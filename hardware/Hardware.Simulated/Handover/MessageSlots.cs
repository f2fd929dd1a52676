using Switchhook.Hardware.Simulated.Receivers;

namespace Switchhook.Hardware.Simulated.Handover;

/// <summary>Hands the bytes of the last caller-ID message from the media thread to any other.</summary>
internal sealed class MessageSlots
{
    private const int Slots = 8;

    private readonly byte[][] _bytes = [.. Enumerable.Range(0, Slots).Select(_ => new byte[CallerIdReceiver.MaxBytes])];
    private readonly int[] _lengths = new int[Slots];
    private int _count;

    /// <summary>Messages so far; any thread.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Writes a message.</summary>
    public void Add(ReadOnlySpan<byte> message)
    {
        var slot = _count % Slots;
        message.CopyTo(_bytes[slot]);
        _lengths[slot] = message.Length;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>A copy of the last message; null before the first; any thread.</summary>
    public byte[]? Last()
    {
        while (Count is var count and > 0)
        {
            var slot = (count - 1) % Slots;
            var copy = _bytes[slot].AsSpan(0, _lengths[slot]).ToArray();
            if (Count - count < Slots - 1)
            {
                return copy;
            }
        }

        return null;
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Switchhook.Sip.Interop;

/// <summary>Waits for many sockets at once, and can be woken by another thread. Allocates nothing once it is made.</summary>
internal sealed unsafe class EpollSet : IDisposable
{
    private const int Most = 128;
    private const int WakeKey = -1;

    // The entry is packed on x86-64 only: 32 bits of events, then 64 bits of the caller's.
    private static readonly int KeyOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EntrySize = KeyOffset + sizeof(long);

    private readonly byte[] _entries = GC.AllocateArray<byte>(Most * EntrySize, pinned: true);
    private readonly byte* _first;
    private readonly int _set;
    private readonly int _wake;

    /// <summary>An empty set.</summary>
    /// <exception cref="IOException">The system gives no more files.</exception>
    public EpollSet()
    {
        _first = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_entries, 0);
        _set = LibC.EpollCreate(LibC.EpollCloseOnExec);
        _wake = LibC.EventFile(0, LibC.EventCloseOnExecNonBlocking);
        if (_set < 0 || _wake < 0 || !TryWatch(_wake, WakeKey))
        {
            throw new IOException($"Sockets cannot be waited for: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    /// <summary>Waits for a socket too, until it is closed. False when the system refuses. Any thread.</summary>
    /// <param name="file">The socket.</param>
    /// <param name="key">Not negative; tells sockets apart.</param>
    public bool TryWatch(int file, int key)
    {
        var entry = stackalloc byte[EntrySize];
        BinaryPrimitives.WriteUInt32LittleEndian(new Span<byte>(entry, 4), LibC.EpollReadable);
        BinaryPrimitives.WriteInt64LittleEndian(new Span<byte>(entry + KeyOffset, 8), key);
        return LibC.EpollControl(_set, LibC.EpollAdd, file, entry) == 0;
    }

    /// <summary>Ends a wait. Any thread.</summary>
    public void Wake()
    {
        var one = 1UL;
        _ = LibC.Write(_wake, &one, sizeof(ulong));
    }

    /// <summary>Waits until sockets have something, until it is woken, or until the time is over.</summary>
    /// <param name="ready">Takes the keys of the sockets.</param>
    /// <param name="milliseconds">How long at most.</param>
    /// <returns>Number of keys.</returns>
    public int Wait(Span<int> ready, int milliseconds)
    {
        var seen = LibC.EpollWait(_set, _first, Math.Min(Most, ready.Length), milliseconds);
        var keys = 0;
        for (var i = 0; i < seen; i++)
        {
            var key = (int)BinaryPrimitives.ReadInt64LittleEndian(new ReadOnlySpan<byte>(_first + (i * EntrySize) + KeyOffset, 8));
            if (key == WakeKey)
            {
                ulong count;
                _ = LibC.Read(_wake, &count, sizeof(ulong));
            }
            else
            {
                ready[keys++] = key;
            }
        }

        return keys;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = LibC.Close(_set);
        _ = LibC.Close(_wake);
    }
}

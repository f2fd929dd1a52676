using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>
/// Waits for many files at once. Unlike poll it keeps no hold on a file while it waits: a file that is closed meanwhile is free at once.
/// </summary>
internal sealed unsafe class EpollSet : IDisposable
{
    private const int Add = 1;
    private const int Delete = 2;
    private const uint Readable = 1;
    private const int Most = 16;
    private const long WakeKey = -1;

    // The entry is packed on x86-64 only: 32 bits of events, then 64 bits of the caller's.
    private static readonly int KeyOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EntrySize = KeyOffset + sizeof(long);

    private readonly SafeFileHandle _set = Checked(LibC.EpollCreate(LibC.CloseOnExec));
    private readonly SafeFileHandle _wake = Checked(LibC.EventFile(0, LibC.CloseOnExec | LibC.EventNonBlocking));
    private readonly byte[] _entries = new byte[Most * EntrySize];

    /// <summary>An empty set.</summary>
    public EpollSet() => Watch(_wake, WakeKey);

    /// <summary>Waits for a file to become readable too.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Not negative; tells files apart.</param>
    public void Watch(SafeFileHandle file, long key) => Change(Add, file, key);

    /// <summary>Waits for a file no more.</summary>
    public void Forget(SafeFileHandle file) => Change(Delete, file, 0);

    /// <summary>Ends a wait of another thread.</summary>
    public void Wake()
    {
        var one = 1UL;
        _ = LibC.Write(_wake, &one, sizeof(ulong));
    }

    /// <summary>Waits until files are readable or have failed, until it is woken, or until the time is over.</summary>
    /// <param name="ready">Takes the keys of the files.</param>
    /// <param name="milliseconds">How long at most.</param>
    /// <returns>Number of keys.</returns>
    public int Wait(Span<long> ready, int milliseconds)
    {
        int seen;
        fixed (byte* entries = _entries)
        {
            seen = LibC.EpollWait(_set, entries, Math.Min(Most, ready.Length), milliseconds);
        }

        var keys = 0;
        for (var i = 0; i < seen; i++)
        {
            var key = BinaryPrimitives.ReadInt64LittleEndian(_entries.AsSpan((i * EntrySize) + KeyOffset));
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
        _set.Dispose();
        _wake.Dispose();
    }

    private void Change(int operation, SafeFileHandle file, long key)
    {
        var entry = stackalloc byte[EntrySize];
        BinaryPrimitives.WriteUInt32LittleEndian(new Span<byte>(entry, 4), Readable);
        BinaryPrimitives.WriteInt64LittleEndian(new Span<byte>(entry + KeyOffset, 8), key);
        if (LibC.EpollControl(_set, operation, file, entry) < 0)
        {
            throw KernelError.Of("A file cannot be waited for", Marshal.GetLastPInvokeError());
        }
    }

    private static SafeFileHandle Checked(int file) => file >= 0
        ? new SafeFileHandle(file, ownsHandle: true)
        : throw KernelError.Of("The kernel gives no more files to wait with", Marshal.GetLastPInvokeError());
}

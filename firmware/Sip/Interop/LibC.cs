using System.Runtime.InteropServices;

namespace Switchhook.Sip.Interop;

/// <summary>The calls of the C library with which packets travel.</summary>
internal static unsafe partial class LibC
{
    public const int AddressInternet = 2;
    public const int AddressInternet6 = 10;
    public const int DatagramCloseOnExecNonBlocking = 2 | 0x80000 | 0x800;
    public const int LevelInternet = 0;
    public const int LevelInternet6 = 41;
    public const int LevelSocket = 1;
    public const int OptionTypeOfService = 1;
    public const int OptionTrafficClass = 67;
    public const int OptionInternet6Only = 26;
    public const int OptionReceiveBuffer = 8;
    public const int MessageTruncated = 0x20;
    public const int EpollCloseOnExec = 0x80000;
    public const int EpollAdd = 1;
    public const uint EpollReadable = 1;
    public const int EventCloseOnExecNonBlocking = 0x80000 | 0x800;
    public const int ErrorAddressInUse = 98;
    public const int SchedulerFifo = 1;
    public const int ClockThreadCpuTime = 3;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    public static partial int Socket(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(int socket, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    public static partial int SetSocketOption(int socket, int level, int option, int* value, int length);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "recvmmsg")]
    public static partial int ReceiveMessages(int socket, BatchedMessage* messages, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg")]
    public static partial int SendMessages(int socket, BatchedMessage* messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int EpollControl(int set, int operation, int file, byte* entry);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    public static partial int EpollWait(int set, byte* entries, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFile(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    public static partial nint Read(int file, void* bytes, nint count);

    [LibraryImport("libc", EntryPoint = "write")]
    public static partial nint Write(int file, void* bytes, nint count);

    /// <summary>Thread 0 is the calling one.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    public static partial int SetScheduler(int thread, int policy, int* priority);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    public static partial int ClockGetTime(int clock, TimeSpec* time);

    /// <summary>One message of a batch: <c>struct mmsghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct BatchedMessage
    {
        public MessageHeader Header;
        public uint Length;
    }

    /// <summary>A message: <c>struct msghdr</c>, which is padded at its end.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageHeader
    {
        public byte* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>Where the bytes of a message are: <c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct IoVector
    {
        public byte* Bytes;
        public nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Switchhook.Sip.Interop;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>The sockets of the kernel: epoll, and several datagrams in one call.</summary>
internal sealed unsafe class KernelNetwork : IPacketNetwork
{
    // Below the media clock (50), which nothing may delay.
    private const int RealTimePriority = 48;

    // The box was stopped for a second: fifty packets of a stream wait.
    private const int ReceiveBufferOctets = 1 << 20;

    // DSCP EF (RFC 3246), as routers know voice.
    private const int ExpeditedForwarding = 46 << 2;

    private readonly EpollSet _epoll = new();
    private readonly MessageVector _receiving = new(ReceiveBatch.Most);
    private readonly MessageVector _sending = new(SendBatch.Most);
    private ReceiveBatch? _known;

    /// <inheritdoc/>
    public TimeSpan ThreadCpuTime
    {
        get
        {
            LibC.TimeSpec time;
            _ = LibC.ClockGetTime(LibC.ClockThreadCpuTime, &time);
            return new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
        }
    }

    /// <inheritdoc/>
    public string EnterThread()
    {
        var priority = RealTimePriority;
        return LibC.SetScheduler(0, LibC.SchedulerFifo, &priority) == 0
            ? $"real-time priority {RealTimePriority}"
            : $"ordinary priority: the system refused a real-time one (error {Marshal.GetLastPInvokeError()}); "
                + "grant CAP_SYS_NICE or LimitRTPRIO";
    }

    /// <inheritdoc/>
    public OpenedSocket Open(IPEndPoint local)
    {
        var is6 = local.AddressFamily == AddressFamily.InterNetworkV6;
        var socket = LibC.Socket(
            is6 ? LibC.AddressInternet6 : LibC.AddressInternet, LibC.DatagramCloseOnExecNonBlocking, protocol: 0);
        if (socket < 0)
        {
            return Failed(local);
        }

        Set(socket, LibC.LevelSocket, LibC.OptionReceiveBuffer, ReceiveBufferOctets);
        if (is6)
        {
            Set(socket, LibC.LevelInternet6, LibC.OptionInternet6Only, 1);
            Set(socket, LibC.LevelInternet6, LibC.OptionTrafficClass, ExpeditedForwarding);
        }
        else
        {
            Set(socket, LibC.LevelInternet, LibC.OptionTypeOfService, ExpeditedForwarding);
        }

        Span<byte> address = stackalloc byte[PacketAddress.MaxSocketAddress];
        var length = PacketAddress.From(local).WriteTo(address, is6);
        fixed (byte* first = address)
        {
            if (LibC.Bind(socket, first, length) == 0)
            {
                return new OpenedSocket(socket, IsTaken: false, Why: null);
            }
        }

        var failed = Failed(local);
        Close(socket);
        return failed;
    }

    /// <inheritdoc/>
    public bool TryWatch(int socket, int key) => _epoll.TryWatch(socket, key);

    /// <inheritdoc/>
    public int Wait(Span<int> ready, int milliseconds) => _epoll.Wait(ready, milliseconds);

    /// <inheritdoc/>
    public int Receive(int socket, ReceiveBatch batch)
    {
        if (!ReferenceEquals(_known, batch))
        {
            _receiving.PointTo(batch);
            _known = batch;
        }

        _receiving.Prepare();
        var count = LibC.ReceiveMessages(socket, _receiving.Messages, ReceiveBatch.Most, flags: 0, timeout: null);
        if (count <= 0)
        {
            return 0;
        }

        _receiving.Tell(batch, count);
        return count;
    }

    /// <inheritdoc/>
    public int Send(int socket, SendBatch batch)
    {
        _sending.Take(batch);
        var lost = 0;
        for (var done = 0; done < batch.Count;)
        {
            var sent = LibC.SendMessages(socket, _sending.Messages + done, (uint)(batch.Count - done), flags: 0);
            if (sent <= 0)
            {
                lost++;
                sent = 1;
            }

            done += sent;
        }

        return lost;
    }

    /// <inheritdoc/>
    public void Close(int socket) => _ = LibC.Close(socket);

    /// <inheritdoc/>
    public void Wake() => _epoll.Wake();

    /// <inheritdoc/>
    public void Dispose() => _epoll.Dispose();

    private static OpenedSocket Failed(IPEndPoint local)
    {
        var error = Marshal.GetLastPInvokeError();
        return new OpenedSocket(
            Socket: -1,
            error == LibC.ErrorAddressInUse,
            $"The UDP port {local} cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    private static void Set(int socket, int level, int option, int value) =>
        _ = LibC.SetSocketOption(socket, level, option, &value, sizeof(int));
}

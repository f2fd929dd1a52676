using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>The thread that takes and sends the RTP packets of all calls.</summary>
/// <remarks>
/// Three threads meet here. The control loop opens and closes sessions: each change is a command in a queue. The media thread hands its
/// packets over in a ring and calls <see cref="Flush"/> after each tick. The RTP thread waits for packets and for those two; it takes no
/// lock, allocates nothing, and goes on after a fault.
/// </remarks>
public sealed class RtpEngine : IDisposable
{
    /// <summary>Commands that may wait; more means that the RTP thread stands still.</summary>
    public const int MaxWaitingCommands = 65_536;

    private const int MaxReadySockets = 128;
    private const int PassMilliseconds = 50;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly IPacketNetwork _network;
    private readonly RtpPortRange _range;
    private readonly PortPairs _pairs;
    private readonly RtpSurroundings _around;
    private readonly long _epoch;

    private readonly ConcurrentQueue<Action> _commands = new();
    private readonly NetworkSide?[] _sides;
    private readonly OutgoingQueue _outgoing = new();

    // RTP thread.
    private readonly ReceiveBatch _received = new();
    private readonly PacketSender _sender;
    private readonly int[] _ready = new int[MaxReadySockets];
    private TimeSpan _passedAt;

    private Thread? _thread;
    private volatile bool _stopping;
    private volatile string _priority = "not started";
    private long _cpuTicks;
    private long _allocated;

    /// <summary>An engine that is not started; sessions can be opened already.</summary>
    /// <param name="range">Its UDP ports.</param>
    /// <param name="around">Clock, chance, the control loop, and who is told of faults.</param>
    public RtpEngine(RtpPortRange range, RtpSurroundings around)
        : this(range, around, new KernelNetwork())
    {
    }

    internal RtpEngine(RtpPortRange range, RtpSurroundings around, IPacketNetwork network)
    {
        (_range, _around, _network) = (range, around, network);
        _pairs = new PortPairs(range, around.Time, around.Random);
        _sides = new NetworkSide?[range.Pairs];
        _sender = new PacketSender(network);
        (_epoch, Began) = (around.Time.GetTimestamp(), around.Time.GetUtcNow());
    }

    /// <summary>What priority the thread got, in words.</summary>
    public string Priority => _priority;

    /// <summary>Processor time of the thread.</summary>
    public TimeSpan CpuTime => new(Volatile.Read(ref _cpuTicks));

    /// <summary>Bytes that the thread has allocated.</summary>
    internal long AllocatedBytes => Volatile.Read(ref _allocated);

    /// <summary>The engine's clock: time since it was made. Any thread.</summary>
    internal TimeSpan Now => _around.Time.GetElapsedTime(_epoch);

    /// <summary>When the engine was made.</summary>
    internal DateTimeOffset Began { get; }

    /// <summary>Takes packets of the media thread.</summary>
    internal OutgoingQueue Outgoing => _outgoing;

    /// <summary>Clock, chance and control loop.</summary>
    internal RtpSurroundings Around => _around;

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { Name = "rtp", IsBackground = true, Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <summary>Opens a session with a pair of ports. Control loop.</summary>
    /// <param name="local">Address of the box that the other side will send to, or any address of its family.</param>
    /// <param name="session">The session.</param>
    /// <param name="why">In words, when there is none.</param>
    public bool TryOpen(
        IPAddress local, [NotNullWhen(true)] out RtpSession? session, [NotNullWhen(false)] out string? why)
    {
        session = null;
        for (var tries = _pairs.Free; tries > 0 && _pairs.TryTake(out var port); tries--)
        {
            if (TryBind(local, port, out var sockets, out var isTaken, out why))
            {
                session = Begin(sockets);
                return true;
            }

            _pairs.ReturnUnused(port);
            if (!isTaken)
            {
                return false;
            }
        }

        why = $"No pair of UDP ports is free in {_range}: all {_range.Pairs} are in calls, were so a moment ago, "
            + "or belong to other programs.";
        return false;
    }

    /// <summary>Sends what the media thread has made. Media thread, after each tick; wakes the RTP thread.</summary>
    public void Flush()
    {
        if (!_outgoing.IsEmpty)
        {
            _network.Wake();
        }
    }

    /// <summary>Ends the thread, and closes all sockets.</summary>
    public void Dispose()
    {
        _stopping = true;
        _network.Wake();
        _thread?.Join(StopLimit);
        foreach (var side in _sides)
        {
            if (side is not null)
            {
                Remove(side);
            }
        }

        _network.Dispose();
    }

    /// <summary>Runs something on the RTP thread soon. Control loop.</summary>
    /// <exception cref="InvalidOperationException">The RTP thread stands still.</exception>
    internal void Submit(Action command)
    {
        Queue(command);
        _network.Wake();
    }

    private void Queue(Action command)
    {
        if (_commands.Count >= MaxWaitingCommands)
        {
            throw new InvalidOperationException($"{MaxWaitingCommands} commands wait for the RTP thread; it stands still.");
        }

        _commands.Enqueue(command);
    }

    /// <summary>Ends a session. Control loop.</summary>
    internal void Close(NetworkSide side)
    {
        _pairs.Return(side.Sockets.Port);

        // Nobody waits for it: the thread comes by itself, and to call it for each end of a call costs more than what it does then.
        Queue(() => Remove(side));
    }

    /// <summary>One round of the RTP thread: commands, packets that came, packets to send, what time brings.</summary>
    /// <param name="milliseconds">How long it may wait for the first packet.</param>
    internal void Step(int milliseconds)
    {
        var ready = _network.Wait(_ready, milliseconds);
        while (_commands.TryDequeue(out var command))
        {
            command();
        }

        var now = Now;
        for (var i = 0; i < ready; i++)
        {
            Receive(_ready[i], now);
        }

        _outgoing.Drain(_sender, now);
        if (now - _passedAt >= TimeSpan.FromMilliseconds(PassMilliseconds))
        {
            _passedAt = now;
            Pass(now);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault in one packet must not end the sound of all calls.")]
    private void Run()
    {
        _priority = _network.EnterThread();
        while (!_stopping)
        {
            try
            {
                Step(PassMilliseconds);
            }
            catch (Exception fault)
            {
                _sender.Drop();
                _around.OnFault(fault);
            }
        }
    }

    private void Receive(int key, TimeSpan now)
    {
        if (Volatile.Read(ref _sides[key >> 1]) is not { } side)
        {
            return;
        }

        var isControl = (key & 1) != 0;
        var count = _network.Receive(isControl ? side.Sockets.Control : side.Sockets.Rtp, _received);
        for (var i = 0; i < count; i++)
        {
            side.Take(_received.RoomOf(i), _received.LengthOf(i), _received.From(i), isControl, now, _sender);
        }

        _sender.Flush();
    }

    private void Pass(TimeSpan now)
    {
        for (var i = 0; i < _sides.Length; i++)
        {
            Volatile.Read(ref _sides[i])?.Pass(now, _sender);
        }

        Volatile.Write(ref _cpuTicks, _network.ThreadCpuTime.Ticks);
        Volatile.Write(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
    }

    private bool TryBind(
        IPAddress local, int port, out PortPair sockets, out bool isTaken, [NotNullWhen(false)] out string? why)
    {
        sockets = default;
        var rtp = _network.Open(new IPEndPoint(local, port));
        (isTaken, why) = (rtp.IsTaken, rtp.Why);
        if (rtp.Socket < 0)
        {
            why ??= "unknown";
            return false;
        }

        var control = _network.Open(new IPEndPoint(local, port + 1));
        (isTaken, why) = (control.IsTaken, control.Why);
        if (control.Socket < 0)
        {
            _network.Close(rtp.Socket);
            why ??= "unknown";
            return false;
        }

        sockets = new PortPair(port, rtp.Socket, control.Socket);
        var key = port - _range.FirstEven;
        if (_network.TryWatch(rtp.Socket, key) && _network.TryWatch(control.Socket, key + 1))
        {
            return true;
        }

        _network.Close(rtp.Socket);
        _network.Close(control.Socket);
        why = "The system does not let more sockets be waited for.";
        return false;
    }

    private RtpSession Begin(PortPair sockets)
    {
        var session = new RtpSession(this, sockets);
        Volatile.Write(ref _sides[(sockets.Port - _range.FirstEven) / 2], session.Network);
        return session;
    }

    private void Remove(NetworkSide side)
    {
        ref var seat = ref _sides[(side.Sockets.Port - _range.FirstEven) / 2];
        _ = Interlocked.CompareExchange(ref seat, null, side);
        side.Leave(Now, _sender);
        side.Dispose();
        _network.Close(side.Sockets.Rtp);
        _network.Close(side.Sockets.Control);
    }
}

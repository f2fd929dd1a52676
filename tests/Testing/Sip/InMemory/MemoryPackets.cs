using System.Net;
using Switchhook.Sip.Rtp.Io;

namespace Switchhook.Testing.Sip.InMemory;

/// <summary>UDP in memory: what is sent to an open socket or a peer arrives there after a delay, unless it is dropped.</summary>
internal sealed class MemoryPackets(TimeProvider time) : IPacketNetwork
{
    private readonly Dictionary<int, MemorySocket> _sockets = [];
    private readonly Dictionary<PacketAddress, MemorySocket> _byAddress = [];
    private readonly List<(TimeSpan Due, MemorySocket To, byte[] Datagram, PacketAddress From)> _underway = [];
    private int _next = 3;

    /// <summary>Ports that another program has.</summary>
    public HashSet<int> TakenPorts { get; } = [];

    /// <summary>The box has no more sockets.</summary>
    public bool IsExhausted { get; set; }

    /// <summary>How long a datagram is on its way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>True for datagrams that get lost; they are counted from 1.</summary>
    public Func<int, bool> Drop { get; set; } = _ => false;

    /// <summary>Datagrams sent so far, lost ones among them.</summary>
    public int Sent { get; private set; }

    /// <summary>How often the RTP thread was woken.</summary>
    public int Wakes { get; private set; }

    /// <summary>Sockets that are open.</summary>
    public int OpenSockets => _sockets.Count;

    public TimeSpan ThreadCpuTime => TimeSpan.Zero;

    public string EnterThread() => "in memory";

    public OpenedSocket Open(IPEndPoint local)
    {
        if (IsExhausted)
        {
            return new OpenedSocket(-1, IsTaken: false, "Too many open files.");
        }

        var address = PacketAddress.From(local);
        if (TakenPorts.Contains(local.Port) || _byAddress.ContainsKey(address))
        {
            return new OpenedSocket(-1, IsTaken: true, "Address already in use.");
        }

        var socket = new MemorySocket(_next++, address);
        _sockets.Add(socket.Number, socket);
        _byAddress.Add(address, socket);
        return new OpenedSocket(socket.Number, IsTaken: false, null);
    }

    public bool TryWatch(int socket, int key)
    {
        _sockets[socket].Key = key;
        return true;
    }

    public int Wait(Span<int> ready, int milliseconds)
    {
        Deliver();
        var count = 0;
        foreach (var socket in _sockets.Values.Where(socket => socket is { Key: >= 0, Inbox.Count: > 0 }))
        {
            ready[count++] = socket.Key;
        }

        return count;
    }

    public int Receive(int socket, ReceiveBatch batch)
    {
        var count = 0;
        for (; count < ReceiveBatch.Most && _sockets[socket].Inbox.TryDequeue(out var came); count++)
        {
            var isTooLong = came.Datagram.Length > ReceiveBatch.MaxDatagram;
            came.Datagram.AsSpan(0, Math.Min(came.Datagram.Length, ReceiveBatch.MaxDatagram)).CopyTo(batch.RoomOf(count));
            batch.Set(count, isTooLong ? 0 : came.Datagram.Length, came.From);
        }

        return count;
    }

    public int Send(int socket, SendBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            Send(_sockets[socket].Address, batch[i], batch.To(i));
        }

        return 0;
    }

    /// <summary>Sends as any host.</summary>
    public void Send(PacketAddress from, ReadOnlySpan<byte> datagram, PacketAddress to)
    {
        if (!Drop(++Sent) && _byAddress.TryGetValue(to, out var socket))
        {
            _underway.Add((time.GetElapsedTime(0) + Delay, socket, datagram.ToArray(), from));
        }
    }

    /// <summary>A host outside the box with one port.</summary>
    public MemorySocket Peer(string endPoint)
    {
        var opened = Open(IPEndPoint.Parse(endPoint));
        return _sockets[opened.Socket];
    }

    /// <summary>What has arrived at a peer, oldest first; it is taken out.</summary>
    public List<byte[]> TakeAll(MemorySocket peer)
    {
        Deliver();
        var all = peer.Inbox.Select(came => came.Datagram).ToList();
        peer.Inbox.Clear();
        return all;
    }

    public void Close(int socket)
    {
        _byAddress.Remove(_sockets[socket].Address);
        _sockets.Remove(socket);
    }

    public void Wake() => Wakes++;

    public void Dispose()
    {
    }

    private void Deliver()
    {
        var now = time.GetElapsedTime(0);
        foreach (var (_, to, datagram, from) in _underway.Where(packet => packet.Due <= now).OrderBy(packet => packet.Due))
        {
            to.Inbox.Enqueue((datagram, from));
        }

        _underway.RemoveAll(packet => packet.Due <= now);
    }
}

/// <summary>A socket of the <see cref="MemoryPackets"/>.</summary>
internal sealed class MemorySocket(int number, PacketAddress address)
{
    public int Number { get; } = number;

    public PacketAddress Address { get; } = address;

    public int Key { get; set; } = -1;

    public Queue<(byte[] Datagram, PacketAddress From)> Inbox { get; } = new();
}

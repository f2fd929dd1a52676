using System.Net;
using System.Net.Sockets;

namespace Switchhook.Testing.Sip.Network;

/// <summary>
/// A bad network on 127.0.0.1 between one peer and a server, for UDP. The peer sends to <see cref="PeerSide"/>, the server sees all come
/// from <see cref="ServerSide"/>. SIP messages are told these places instead of the true ones (request line, Contact, session description),
/// so that later requests and the sound of each call go this way too. Own thread; a packet goes on at most 1 to 2 ms later than it should.
/// </summary>
/// <remarks>
/// To, From and what digest authentication signs stay as the peer wrote them: a peer whose addresses shall name the server must be told
/// the server's. baresip is, by <c>Server</c> and <c>By</c>; sipp by <c>With("domain", server)</c>.
/// </remarks>
public sealed class LossyLink : IDisposable
{
    private const int LargestPacket = 65_536;
    private const int MaxCalls = 100;
    private const int MaxWaiting = 100_000;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(20);

    private readonly IPEndPoint _server;
    private readonly Socket _near = Open();
    private readonly Socket _far = Open();
    private readonly Dictionary<string, MediaPath> _calls = [];
    private readonly PriorityQueue<(Socket From, IPEndPoint To, byte[] Bytes), (TimeSpan Due, long Number)> _waiting = new();
    private readonly byte[] _buffer = new byte[LargestPacket];
    private readonly long _begin = TimeProvider.System.GetTimestamp();
    private readonly Thread _thread;
    private IPEndPoint? _peer;
    private long _number;
    private volatile bool _isClosing;

    /// <summary>Opens the link.</summary>
    /// <param name="server">Where the server takes SIP, or any datagrams.</param>
    /// <param name="seed">Chance comes from it.</param>
    public LossyLink(IPEndPoint server, int seed)
    {
        _server = server;
        SipToServer = new LinkLane(new Random(seed));
        SipToPeer = new LinkLane(new Random(seed + 1));
        SoundToServer = new LinkLane(new Random(seed + 2));
        SoundToPeer = new LinkLane(new Random(seed + 3));
        _thread = new Thread(Run) { IsBackground = true, Name = "lossy link" };
        _thread.Start();
    }

    /// <summary>Where the peer sends to.</summary>
    public IPEndPoint PeerSide => (IPEndPoint)_near.LocalEndPoint!;

    /// <summary>What the server takes for the peer.</summary>
    public IPEndPoint ServerSide => (IPEndPoint)_far.LocalEndPoint!;

    /// <summary>SIP from the peer to the server.</summary>
    public LinkLane SipToServer { get; }

    /// <summary>SIP from the server to the peer.</summary>
    public LinkLane SipToPeer { get; }

    /// <summary>RTP and RTCP from the peer to the server.</summary>
    public LinkLane SoundToServer { get; }

    /// <summary>RTP and RTCP from the server to the peer.</summary>
    public LinkLane SoundToPeer { get; }

    /// <summary>The same faults for the sound of both directions.</summary>
    public void SetSound(LinkFaults faults) => SoundToServer.Faults = SoundToPeer.Faults = faults;

    /// <summary>The same faults for SIP in both directions.</summary>
    public void SetSip(LinkFaults faults) => SipToServer.Faults = SipToPeer.Faults = faults;

    /// <inheritdoc/>
    public void Dispose()
    {
        _isClosing = true;
        _thread.Join();
        _near.Dispose();
        _far.Dispose();
        foreach (var call in _calls.Values)
        {
            call.Dispose();
        }
    }

    internal static Socket Open(int port = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = 1 << 20,
            Blocking = false,
        };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private TimeSpan Now => TimeProvider.System.GetElapsedTime(_begin);

    private void Run()
    {
        while (!_isClosing)
        {
            SendDue();
            var ready = new List<Socket>([_near, _far, .. _calls.Values.SelectMany(call => call.Sockets)]);
            Socket.Select(ready, null, null, TimeUntilNext());
            foreach (var socket in ready)
            {
                ReceiveAll(socket);
            }
        }
    }

    private TimeSpan TimeUntilNext()
    {
        if (!_waiting.TryPeek(out _, out var next))
        {
            return LongestSleep;
        }

        var wait = next.Due - Now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestSleep ? LongestSleep : wait;
    }

    private void SendDue()
    {
        while (_waiting.TryPeek(out var packet, out var when) && when.Due <= Now)
        {
            _waiting.Dequeue();
            Send(packet.From, packet.To, packet.Bytes);
        }
    }

    private static void Send(Socket from, IPEndPoint to, byte[] bytes)
    {
        try
        {
            from.SendTo(bytes, to);
        }
        catch (SocketException)
        {
            // Full, or nobody is there any more: a network loses that too.
        }
    }

    private void ReceiveAll(Socket socket)
    {
        EndPoint source = new IPEndPoint(IPAddress.Any, 0);
        while (socket.Available > 0)
        {
            int length;
            try
            {
                length = socket.ReceiveFrom(_buffer, ref source);
            }
            catch (SocketException)
            {
                // The other side of an earlier packet is gone (ICMP).
                continue;
            }

            Take(socket, (IPEndPoint)source, _buffer.AsSpan(0, length));
        }
    }

    private void Take(Socket socket, IPEndPoint source, ReadOnlySpan<byte> packet)
    {
        if (socket == _near)
        {
            _peer = source;
            Pass(SipToServer, _far, _server, SipPlaces.IsSip(packet) ? Rewrite(packet, isToServer: true) : packet.ToArray());
        }
        else if (socket == _far)
        {
            if (_peer is { } peer)
            {
                Pass(SipToPeer, _near, peer, SipPlaces.IsSip(packet) ? Rewrite(packet, isToServer: false) : packet.ToArray());
            }
        }
        else if (_calls.Values.Select(call => call.Way(socket)).FirstOrDefault(way => way is not null) is { } way)
        {
            Pass(way.IsToServer ? SoundToServer : SoundToPeer, way.From, way.To, packet.ToArray());
        }
    }

    private void Pass(LinkLane lane, Socket from, IPEndPoint to, byte[] packet)
    {
        foreach (var due in lane.Take(Now))
        {
            if (_waiting.Count < MaxWaiting)
            {
                _waiting.Enqueue((from, to, packet), (due, _number++));
            }
        }
    }

    private byte[] Rewrite(ReadOnlySpan<byte> message, bool isToServer)
    {
        int? audio = null;
        if (SipPlaces.AudioPort(message) is > 0 and var port && CallOf(message) is { } call)
        {
            audio = call.Learn(port, isToServer);
        }

        var (near, far, peer) = (PeerSide.Port, ServerSide.Port, _peer!.Port);
        var ports = isToServer
            ? new Dictionary<int, int> { [near] = _server.Port, [peer] = far }
            : new Dictionary<int, int> { [far] = peer, [_server.Port] = near };
        return SipPlaces.Rewrite(message, ports, near, audio);
    }

    private MediaPath? CallOf(ReadOnlySpan<byte> message)
    {
        var id = SipPlaces.CallId(message);
        if (!_calls.TryGetValue(id, out var call) && _calls.Count < MaxCalls)
        {
            call = new MediaPath();
            _calls.Add(id, call);
        }

        return call;
    }
}

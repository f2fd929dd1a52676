using System.Net;
using System.Net.Sockets;

namespace Switchhook.Testing.Sip.Network;

/// <summary>
/// The way of one call's sound over a link: RTP and RTCP, each with a socket that faces the peer and one that faces the server.
/// </summary>
internal sealed class MediaPath : IDisposable
{
    private readonly Socket[] _facingPeer = OpenPair();
    private readonly Socket[] _facingServer = OpenPair();
    private int? _peerPort;
    private int? _serverPort;

    public IEnumerable<Socket> Sockets => _facingPeer.Concat(_facingServer);

    /// <summary>Learns where one side wants its sound.</summary>
    /// <param name="port">What it wrote in its session description.</param>
    /// <param name="isToServer">The peer wrote it to the server; otherwise the server to the peer.</param>
    /// <returns>What the other side shall read instead.</returns>
    public int Learn(int port, bool isToServer)
    {
        if (isToServer)
        {
            _peerPort = port;
        }
        else
        {
            _serverPort = port;
        }

        return ((IPEndPoint)(isToServer ? _facingServer : _facingPeer)[0].LocalEndPoint!).Port;
    }

    /// <summary>Where a packet that came to a socket goes; null if the socket is not of this path, or it is not known yet.</summary>
    public (bool IsToServer, Socket From, IPEndPoint To)? Way(Socket socket)
    {
        for (var i = 0; i < 2; i++)
        {
            if (socket == _facingPeer[i] && _serverPort is { } server)
            {
                return (true, _facingServer[i], new IPEndPoint(IPAddress.Loopback, server + i));
            }

            if (socket == _facingServer[i] && _peerPort is { } peer)
            {
                return (false, _facingPeer[i], new IPEndPoint(IPAddress.Loopback, peer + i));
            }
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var socket in Sockets)
        {
            socket.Dispose();
        }
    }

    private static Socket[] OpenPair()
    {
        var first = LoopbackPorts.Take();
        return [LossyLink.Open(first), LossyLink.Open(first + 1)];
    }
}

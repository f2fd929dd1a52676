using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Transport.Tls;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>How connections come to be: sockets with their options, and TLS on them where it is asked for.</summary>
internal sealed class StreamOpening(TlsHandshakes tls)
{
    private const int TcpLevel = 6;
    private const int UserTimeout = 18;
    private const int UserTimeoutMs = 30_000;
    private const int KeepAliveAfterS = 60;
    private const int KeepAliveEveryS = 10;
    private const int KeepAliveTries = 3;

    private readonly ConcurrentDictionary<IPEndPoint, TlsTrust> _trust = new();

    /// <summary>Whom to believe at an address; null: nobody in particular any more.</summary>
    /// <returns>True when that is a change.</returns>
    public bool SetTrust(IPEndPoint remote, TlsTrust? trust)
    {
        if (_trust.GetValueOrDefault(remote) == trust)
        {
            return false;
        }

        if (trust is null)
        {
            _trust.TryRemove(remote, out _);
        }
        else
        {
            _trust[remote] = trust;
        }

        return true;
    }

    /// <summary>True when it was said whom to believe at that address.</summary>
    public bool HasTrust(IPEndPoint remote) => _trust.ContainsKey(remote);

    /// <summary>A socket to call from.</summary>
    public static Socket NewSocket(IPEndPoint remote)
    {
        var socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Prepare(socket);
        return socket;
    }

    /// <summary>Sets what each connection needs: a dead peer is found within 90 s, or 30 s when something is on its way.</summary>
    public static void Prepare(Socket socket)
    {
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveAfterS);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveEveryS);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveTries);
        socket.SetRawSocketOption(TcpLevel, UserTimeout, BitConverter.GetBytes(UserTimeoutMs));
    }

    /// <summary>Opens a connection to another side.</summary>
    public async Task<Stream> CallAsync(Socket socket, Hop to, IPAddress from, CancellationToken limit)
    {
        if (!LocalAddresses.IsAny(from))
        {
            socket.Bind(new IPEndPoint(from, 0));
        }

        await socket.ConnectAsync(to.Remote, limit);
        return to.Transport == TransportKind.Tls
            ? await tls.GreetAsync(socket, TrustOf(to.Remote), limit)
            : new NetworkStream(socket);
    }

    /// <summary>Takes a connection that another side opened.</summary>
    public async Task<Stream> AnswerAsync(Socket socket, TransportKind transport, CancellationToken limit) =>
        transport == TransportKind.Tls ? await tls.AnswerAsync(socket, limit) : new NetworkStream(socket);

    // Where nothing was said, the address itself must stand in a certificate that the system believes.
    private TlsTrust TrustOf(IPEndPoint remote) =>
        _trust.GetValueOrDefault(remote) ?? new TlsTrust(remote.Address.ToString(), TlsRoots.System);
}

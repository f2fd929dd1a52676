using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>A peer on a bare TCP connection, which sends just the octets that a test wants.</summary>
internal sealed class RawPeer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;

    private RawPeer(Socket socket)
    {
        _socket = socket;
    }

    /// <summary>Its own end.</summary>
    public IPEndPoint Local => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Connects.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="receiveBuffer">Octets that the kernel keeps for it; 0: as usual.</param>
    public static async Task<RawPeer> ConnectAsync(IPEndPoint to, int receiveBuffer = 0)
    {
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        await socket.ConnectAsync(to, limit.Token);
        return new RawPeer(socket);
    }

    /// <summary>Sends text, each character an octet.</summary>
    public async Task SendAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        await _socket.SendAsync(Encoding.Latin1.GetBytes(text), limit.Token);
    }

    /// <summary>Reads until so many octets came or the other side closed.</summary>
    public async Task<string> ReadAsync(int count)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (text.Length < count)
        {
            var got = await _socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(buffer.Length, count - text.Length)), limit.Token);
            if (got == 0)
            {
                break;
            }

            text.Append(Encoding.Latin1.GetString(buffer.AsSpan(0, got)));
        }

        return text.ToString();
    }

    /// <summary>Reads until the other side closes; a reset counts as that.</summary>
    public async Task<string> ReadToEndAsync()
    {
        try
        {
            return await ReadAsync(int.MaxValue);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionReset)
        {
            return "reset";
        }
    }

    /// <summary>Goes away without goodbye: the other side sees a reset.</summary>
    public void Cut()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}

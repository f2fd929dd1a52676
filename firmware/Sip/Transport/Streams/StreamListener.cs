using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>One TCP port that takes connections.</summary>
internal sealed class StreamListener : IAsyncDisposable
{
    private const int Backlog = 512;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly TransportKind _transport;
    private readonly Socket _socket;
    private readonly StreamTable _table;
    private readonly WireSink _sink;
    private readonly CancellationTokenSource _end = new();
    private Task _accepting = Task.CompletedTask;

    /// <summary>Binds and listens.</summary>
    /// <exception cref="SocketException">The address is taken or not the box's.</exception>
    public StreamListener(ListenPoint point, StreamTable table, WireSink sink)
    {
        _transport = point.Transport;
        _table = table;
        _sink = sink;
        _socket = new Socket(point.At.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (point.At.AddressFamily == AddressFamily.InterNetworkV6)
            {
                _socket.DualMode = false;
            }

            _socket.Bind(point.At);
            _socket.Listen(Backlog);
        }
        catch (SocketException)
        {
            _socket.Dispose();
            throw;
        }

        Local = (IPEndPoint)_socket.LocalEndPoint!;
    }

    /// <summary>Where it listens, with the real port.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Begins to take connections.</summary>
    public void Start(TimeProvider time) => _accepting = Task.Run(() => AcceptAsync(time), CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync(TimeProvider time)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                Hand(await _socket.AcceptAsync(_end.Token));
            }
            catch (SocketException error)
            {
                // No file is left for a socket, mostly: until one is, the processor must not run hot.
                _sink.Trouble($"{new ListenPoint(_transport, Local)}: {error.Message}");
                await Task.WhenAny(Task.Delay(Breath, time, _end.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Hand(Socket socket)
    {
        try
        {
            StreamOpening.Prepare(socket);
            _table.Accept(socket, _transport);
        }
        catch (SocketException)
        {
            // The peer is gone already.
            socket.Dispose();
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Switchhook.SystemTests.Web;

/// <summary>Somebody who wants to wear the web down with bare sockets, from one address.</summary>
/// <param name="from">The address.</param>
/// <param name="seed">Makes what it sends.</param>
internal sealed class WebAttacker(IPAddress from, int seed)
{
    private const int Block = 16 * 1024;

    // Between two attempts: an attack on the box, not on the machine of the test.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>What the kernel may hold of one connection on its way, at both ends.</summary>
    private const int MostOnTheWay = 16 << 20;

    private int _tried;
    private int _closed;

    /// <summary>Connections that were tried.</summary>
    public int Tried => _tried;

    /// <summary>Connections that the box closed or refused.</summary>
    public int Closed => _closed;

    /// <summary>Most octets of a huge body that one connection took, kernel buffers included.</summary>
    public long MostTaken { get; private set; }

    /// <summary>Opens many sockets that say nothing, and holds them until it is told to stop.</summary>
    public async Task HoldAsync(IPEndPoint to, int count, CancellationToken stop)
    {
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < count && !stop.IsCancellationRequested; i++)
            {
                if (await ConnectAsync(to, stop) is { } socket)
                {
                    sockets.Add(socket);
                }
            }

            await UntilAsync(stop);
            Interlocked.Add(ref _closed, sockets.Count(IsClosed));
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>Sends requests of which each octet of a header comes half a second after the one before.</summary>
    public Task TrickleAsync(IPEndPoint to, int count, CancellationToken stop) => ManyAsync(count, async _ =>
    {
        using var socket = await ConnectAsync(to, stop);
        if (socket is null)
        {
            return;
        }

        await socket.SendAsync("GET / HTTP/1.1\r\nHost: box\r\nX-Slow: "u8.ToArray(), stop);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        while (await beat.WaitForNextTickAsync(stop))
        {
            await socket.SendAsync("a"u8.ToArray(), stop);
        }
    }, stop);

    /// <summary>Sends bodies without an end: with a length of 10 GB, and in pieces.</summary>
    public Task FloodAsync(IPEndPoint to, int count, CancellationToken stop) => ManyAsync(count, async number =>
    {
        using var socket = await ConnectAsync(to, stop);
        if (socket is null)
        {
            return;
        }

        var inPieces = number % 2 == 0;
        var head = "POST /sign-in HTTP/1.1\r\nHost: box\r\nOrigin: http://box\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + (inPieces ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 10000000000\r\n\r\n");
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), stop);
        byte[] block = [.. Encoding.ASCII.GetBytes(inPieces ? $"{Block:x}\r\n" : ""), .. new byte[Block], .. "\r\n"u8];
        for (var taken = 0L; taken < 10L * MostOnTheWay; MostTaken = Math.Max(MostTaken, taken))
        {
            taken += await socket.SendAsync(block, stop);
        }
    }, stop);

    /// <summary>Sends octets by chance.</summary>
    public Task SpoilAsync(IPEndPoint to, int count, CancellationToken stop) => ManyAsync(count, async number =>
    {
        using var socket = await ConnectAsync(to, stop);
        if (socket is null)
        {
            return;
        }

        var random = new Random(seed + number);
        var octets = new byte[random.Next(1, 4000)];
        random.NextBytes(octets);
        if (number % 2 == 0)
        {
            // As if a handshake came (RFC 8446, section 5.1).
            (octets[0], octets[^1]) = (0x16, 0x03);
        }

        await socket.SendAsync(octets, stop);
        while (await socket.ReceiveAsync(octets, stop) > 0)
        {
        }
    }, stop);

    /// <summary>So many at once, each again and again until it is told to stop.</summary>
    private async Task ManyAsync(int count, Func<int, Task> one, CancellationToken stop) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(
            async () =>
            {
                using var beat = new PeriodicTimer(Pause, TimeProvider.System);
                for (var round = number; !stop.IsCancellationRequested; round += count)
                {
                    try
                    {
                        await one(round);
                    }
                    catch (SocketException)
                    {
                        Interlocked.Increment(ref _closed);
                    }
                    catch (OperationCanceledException)
                    {
                        return;
                    }

                    await beat.WaitForNextTickAsync(CancellationToken.None);
                }
            },
            CancellationToken.None)));

    private async Task<Socket?> ConnectAsync(IPEndPoint to, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            Interlocked.Increment(ref _tried);
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(to, stop);
            return socket;
        }
        catch (SocketException)
        {
            Interlocked.Increment(ref _closed);
            socket.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            return null;
        }
    }

    private static bool IsClosed(Socket socket) => socket.Poll(0, SelectMode.SelectRead);

    private static async Task UntilAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}

using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Switchhook.Testing.Sip;

/// <summary>
/// Gives ports of 127.0.0.1 to programs that must be told theirs. No port is given twice in this process; they lie below the range that the
/// kernel gives by itself, so no client takes one in between, and above those that a box takes for sound when its site names none.
/// </summary>
public static class LoopbackPorts
{
    private const int First = 21_000;
    private const int Last = 32_000;

    // Two test processes at once begin at different places.
    private static int _next = First + (Environment.ProcessId % 100 * 110);

    /// <summary>Takes ports in a row that are free for UDP and TCP.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The first, which is even, as RTP wants it.</returns>
    public static int Take(int count = 2)
    {
        var even = (count + 1) / 2 * 2;
        for (var tries = 0; tries < (Last - First) / even; tries++)
        {
            var first = Interlocked.Add(ref _next, even) - even;
            if (first + even > Last)
            {
                Interlocked.CompareExchange(ref _next, First, first + even);
            }
            else if (Enumerable.Range(first, even).All(IsFree))
            {
                return first;
            }
        }

        throw new InvalidOperationException($"No {count} ports in a row are free between {First} and {Last}.");
    }

    /// <summary>Whether a program has a UDP port of this machine, or listens on a TCP port. Looks only, and takes nothing.</summary>
    public static bool IsOpen(int port, bool isTcp)
    {
        var all = IPGlobalProperties.GetIPGlobalProperties();
        return (isTcp ? all.GetActiveTcpListeners() : all.GetActiveUdpListeners()).Any(one => one.Port == port);
    }

    private static bool IsFree(int port) => CanBind(port, ProtocolType.Udp) && CanBind(port, ProtocolType.Tcp);

    private static bool CanBind(int port, ProtocolType protocol)
    {
        using var socket = new Socket(
            AddressFamily.InterNetwork, protocol == ProtocolType.Tcp ? SocketType.Stream : SocketType.Dgram, protocol);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

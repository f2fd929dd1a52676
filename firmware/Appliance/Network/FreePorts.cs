using System.Net;
using System.Net.Sockets;

namespace Switchhook.Appliance.Network;

/// <summary>Finds a port for SIP that nobody uses, with the one above for TLS: for tests, and for several boxes on one machine.</summary>
internal static class FreePorts
{
    private const int First = 30_000;
    private const int Last = 59_000;
    private const int MostTries = 50;

    /// <summary>Address and an even port.</summary>
    /// <exception cref="IOException">None was found.</exception>
    public static IPEndPoint Find(IPAddress address, Random random)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var port = random.Next(First, Last) & ~1;
            if (IsFree(address, port, SocketType.Dgram) && IsFree(address, port, SocketType.Stream)
                && IsFree(address, port + 1, SocketType.Stream))
            {
                return new IPEndPoint(address, port);
            }
        }

        throw new IOException($"no free port was found at {address}.");
    }

    private static bool IsFree(IPAddress address, int port, SocketType type)
    {
        using var socket = new Socket(address.AddressFamily, type, type == SocketType.Dgram ? ProtocolType.Udp : ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

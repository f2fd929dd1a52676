using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Transport;

/// <summary>How the box is called by those that it speaks to. Any thread.</summary>
/// <param name="options">Public address and near networks.</param>
/// <param name="time">The clock.</param>
internal sealed class LocalAddresses(WireOptions options, TimeProvider time)
{
    private const int MaxKept = 1024;

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<IPAddress, (IPAddress Local, TimeSpan Until)> _routes = new();

    /// <summary>The address to write into Via and Contact.</summary>
    /// <param name="remote">The other side.</param>
    /// <param name="bound">What the box is bound to for it.</param>
    public IPAddress Towards(IPAddress remote, IPAddress bound)
    {
        if (options.PublicAddress is { } outside && outside.AddressFamily == remote.AddressFamily && !IsNear(remote))
        {
            return outside;
        }

        return IsAny(bound) ? Route(remote) : bound;
    }

    /// <summary>True for 0.0.0.0 and ::.</summary>
    public static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    /// <summary>The address from which the kernel would send to another; kept for a short time.</summary>
    public IPAddress Route(IPAddress remote)
    {
        var now = time.GetElapsedTime(0);
        if (_routes.TryGetValue(remote, out var known) && now < known.Until)
        {
            return known.Local;
        }

        if (_routes.Count >= MaxKept)
        {
            _routes.Clear();
        }

        var local = AskKernel(remote);
        _routes[remote] = (local, now + KeptFor);
        return local;
    }

    private bool IsNear(IPAddress remote) => options.NearNetworks.Any(network => network.Contains(remote));

    // Connecting a UDP socket sends nothing; it only makes the kernel choose.
    private static IPAddress AskKernel(IPAddress remote)
    {
        const int AnyPort = 9;
        try
        {
            using var probe = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            probe.Connect(new IPEndPoint(remote, AnyPort));

            // Without the number of the interface, which means nothing to others.
            return new IPAddress(((IPEndPoint)probe.LocalEndPoint!).Address.GetAddressBytes());
        }
        catch (SocketException)
        {
            // No way there, so nothing that carries this address can arrive either.
            return remote.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback;
        }
    }
}

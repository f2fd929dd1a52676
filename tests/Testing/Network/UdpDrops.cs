using System.Globalization;

namespace Switchhook.Testing.Network;

/// <summary>Datagrams that the kernel threw away because the program that owns the socket did not read them in time.</summary>
public static class UdpDrops
{
    private const int LocalAddress = 1;

    /// <summary>Those of all IPv4 sockets with a port, as long as they are open.</summary>
    public static long Of(int port)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return File.ReadLines("/proc/net/udp")
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[LocalAddress].EndsWith(ending, StringComparison.Ordinal))
            .Sum(fields => long.Parse(fields[^1], CultureInfo.InvariantCulture));
    }
}

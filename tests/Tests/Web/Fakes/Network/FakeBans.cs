using System.Net;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes.Network;

/// <summary>One address is banned, until it is released.</summary>
internal sealed class FakeBans : INetworkBans
{
    private const string Banned = "198.51.100.7";

    /// <summary>Addresses whose ban was ended, with by whom.</summary>
    public List<string> Released { get; } = [];

    public IReadOnlyList<BannedAddress> List() => Released.Count > 0
        ? []
        : [new BannedAddress(Banned, "10 wrong passwords", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddMinutes(5), 1)];

    public bool Release(IPAddress address, string by)
    {
        if (address.ToString() != Banned || Released.Count > 0)
        {
            return false;
        }

        Released.Add($"{address} by {by}");
        return true;
    }
}

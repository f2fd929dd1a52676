using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Network;

/// <summary>The bans of the guard, in times of the wall clock.</summary>
internal sealed class NetworkBans(AddressGuard guard, TimeProvider time) : INetworkBans
{
    private TimeSpan Now => time.GetElapsedTime(0);

    /// <inheritdoc/>
    public IReadOnlyList<BannedAddress> List()
    {
        var (now, wall) = (Now, time.GetUtcNow());
        return
        [
            .. guard.Bans(now).Select(ban => new BannedAddress(
                ban.Address.ToString(), ban.Why, wall + (ban.Since - now), wall + (ban.Until - now), ban.Times)),
        ];
    }

    /// <inheritdoc/>
    public bool Release(IPAddress address, string by) => guard.Unban(address, Now, by);
}

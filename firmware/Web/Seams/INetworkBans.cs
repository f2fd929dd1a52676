using System.Net;

namespace Switchhook.Web.Seams;

/// <summary>Addresses that SIP does not hear for a while. Any thread; returns at once.</summary>
public interface INetworkBans
{
    /// <summary>Those that hold now, the youngest first.</summary>
    IReadOnlyList<BannedAddress> List();

    /// <summary>Ends a ban; the journal is told.</summary>
    /// <param name="address">The address, or any of the network that is banned.</param>
    /// <param name="by">Who ends it.</param>
    /// <returns>False: there was none.</returns>
    bool Release(IPAddress address, string by);
}

/// <summary>An address that is not heard.</summary>
/// <param name="Address">The address, or the /64 network of an IPv6 address.</param>
/// <param name="Why">What it did, such as "10 wrong passwords".</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Until">Until when, UTC.</param>
/// <param name="Times">The how-manieth ban of this address; each is twice as long as the one before.</param>
public sealed record BannedAddress(string Address, string Why, DateTimeOffset Since, DateTimeOffset Until, int Times);

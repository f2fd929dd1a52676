using System.Net;

namespace Switchhook.Sip.Guard;

/// <summary>
/// Addresses that the site itself names: servers of providers, devices that do not register. The guard trusts each as long as anybody has
/// it. On the control loop.
/// </summary>
/// <param name="guard">Trusts them.</param>
/// <param name="time">The guard's clock.</param>
internal sealed class KnownPeers(AddressGuard guard, TimeProvider time)
{
    private readonly Dictionary<object, IReadOnlyCollection<IPAddress>> _byOwner = [];
    private HashSet<IPAddress> _all = [];

    /// <summary>From now on these are the addresses of a trunk or phone, and no others; none when it is no more.</summary>
    public void Set(object owner, params IReadOnlyCollection<IPAddress> addresses)
    {
        if (addresses.Count == 0)
        {
            _byOwner.Remove(owner);
        }
        else
        {
            _byOwner[owner] = addresses;
        }

        var now = _byOwner.Values.SelectMany(some => some).ToHashSet();
        foreach (var gone in _all.Except(now))
        {
            guard.Distrust(gone);
        }

        foreach (var fresh in now.Except(_all))
        {
            guard.Trust(fresh, TimeSpan.MaxValue, time.GetElapsedTime(0));
        }

        _all = now;
    }
}

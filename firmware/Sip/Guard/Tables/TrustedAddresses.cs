using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Guard.Tables;

/// <summary>Who is limited but never banned: the site's networks, and addresses for as long as a phone or a trunk is known there.</summary>
internal sealed class TrustedAddresses(IEnumerable<IPNetwork> networks)
{
    private const int OldBits = 32;
    private const int NewBits = 64;

    private readonly (AddressKey Key, ulong HighMask, ulong LowMask)[] _networks = [.. networks.Select(Of)];
    private readonly ConcurrentDictionary<AddressKey, TimeSpan> _until = new();

    /// <summary>Trusts an address for a time.</summary>
    public void Add(AddressKey address, TimeSpan until) =>
        _until.AddOrUpdate(address, until, (_, before) => until > before ? until : before);

    /// <summary>Trusts it no more.</summary>
    public void Remove(AddressKey address) => _until.TryRemove(address, out _);

    /// <summary>Whether it is trusted.</summary>
    public bool Has(AddressKey address, TimeSpan now)
    {
        foreach (var (key, highMask, lowMask) in _networks)
        {
            if ((address.High & highMask) == key.High && (address.Low & lowMask) == key.Low)
            {
                return true;
            }
        }

        return _until.TryGetValue(address, out var until) && now < until;
    }

    /// <summary>Forgets those whose time is over.</summary>
    public void Tick(TimeSpan now)
    {
        foreach (var item in _until)
        {
            if (item.Value <= now)
            {
                _until.TryRemove(item);
            }
        }
    }

    // Of an IPv6 network that is smaller than a /64 the whole /64 is trusted, as nothing smaller is told apart.
    private static (AddressKey Key, ulong HighMask, ulong LowMask) Of(IPNetwork network)
    {
        var key = AddressKey.Of(network.BaseAddress);
        return network.BaseAddress.AddressFamily == AddressFamily.InterNetwork
            ? (key, ulong.MaxValue, ulong.MaxValue << (OldBits - network.PrefixLength))
            : (key, network.PrefixLength == 0 ? 0 : ulong.MaxValue << Math.Max(NewBits - network.PrefixLength, 0), ulong.MaxValue);
    }
}

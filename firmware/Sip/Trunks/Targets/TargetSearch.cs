using System.Net;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Sip.Trunks.Targets;

/// <summary>
/// One look for the servers of a provider (RFC 3263 §4): an address is taken as it is; where a port is given the host is asked for; else
/// NAPTR says the services, SRV their hosts, A and AAAA their addresses. What is missing, or fails, is passed over.
/// </summary>
internal sealed class TargetSearch
{
    /// <summary>Servers of one provider that are kept.</summary>
    public const int Most = 16;

    // Those of a transport of which nothing is said, the first ones first.
    private static readonly TransportKind[] Transports = [TransportKind.Udp, TransportKind.Tcp, TransportKind.Tls];

    private readonly IDnsSource _dns;
    private readonly Random _random;
    private readonly TargetAddress _wanted;
    private TimeSpan _life = DnsCache.Longest;
    private string? _failure;

    private TargetSearch(IDnsSource dns, Random random, TargetAddress wanted) => (_dns, _random, _wanted) = (dns, random, wanted);

    /// <summary>Looks.</summary>
    /// <param name="dns">Who is asked.</param>
    /// <param name="random">Chance for equal servers.</param>
    /// <param name="wanted">Whose servers.</param>
    /// <param name="end">Nobody wants to know any more.</param>
    public static async Task<TargetFinding> FindAsync(IDnsSource dns, Random random, TargetAddress wanted, CancellationToken end)
    {
        if (IPAddress.TryParse(wanted.Host, out var address))
        {
            var transport = wanted.Transport ?? TransportKind.Udp;
            return new TargetFinding([To(transport, address, wanted.Port ?? TargetAddress.UsualPort(transport))], null);
        }

        var search = new TargetSearch(dns, random, wanted);
        var hops = (await search.FindAsync(end)).Distinct().Take(Most).ToList();
        var trouble = hops.Count > 0 ? null : search._failure ?? $"The DNS knows no server of {wanted.Host}.";
        return new TargetFinding(hops, search._life, trouble);
    }

    private async Task<IReadOnlyList<Hop>> FindAsync(CancellationToken end)
    {
        if (_wanted.Port is { } port)
        {
            return await HostAsync(_wanted.Transport ?? TransportKind.Udp, _wanted.Host, port, end);
        }

        var named = _wanted.Transport is null ? await NamedServicesAsync(end) : [];
        if (named.Count > 0)
        {
            return named;
        }

        var services = await ServicesAsync(_wanted.Transport is { } one ? [one] : Transports, end);
        var transport = _wanted.Transport ?? TransportKind.Udp;
        return services.Count > 0 ? services : await HostAsync(transport, _wanted.Host, TargetAddress.UsualPort(transport), end);
    }

    private async Task<List<Hop>> NamedServicesAsync(CancellationToken end)
    {
        var hops = new List<Hop>();
        var records = await AskAsync<NamingRecord>(_wanted.Host, DnsKind.Naming, end);
        foreach (var record in records.OrderBy(record => record.Order).ThenBy(record => record.Preference))
        {
            if (TransportOf(record) is { } transport)
            {
                hops.AddRange(await ServiceAsync(transport, record.Replacement, end));
            }
        }

        return hops;
    }

    private async Task<List<Hop>> ServicesAsync(TransportKind[] transports, CancellationToken end)
    {
        var each = await Task.WhenAll(transports.Select(transport => ServiceAsync(transport, ServiceName(transport), end)));
        return [.. each.SelectMany(hops => hops)];
    }

    private async Task<IEnumerable<Hop>> ServiceAsync(TransportKind transport, string name, CancellationToken end)
    {
        var records = await AskAsync<ServiceRecord>(name, DnsKind.Service, end);
        var offered = records.Where(record => record.Target.Trim('.').Length > 0 && record.Port is > 0 and <= IPEndPoint.MaxPort);
        var hosts = ServiceOrder.Of(offered, _random).Select(record => HostAsync(transport, record.Target, record.Port, end));
        return (await Task.WhenAll(hosts)).SelectMany(hops => hops);
    }

    // IPv4 first: where the box has no IPv6, that comes to nothing in the end.
    private async Task<IReadOnlyList<Hop>> HostAsync(TransportKind transport, string host, int port, CancellationToken end)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [To(transport, literal, port)];
        }

        var records = await Task.WhenAll(
            AskAsync<AddressRecord>(host, DnsKind.Address4, end), AskAsync<AddressRecord>(host, DnsKind.Address6, end));
        return [.. records.SelectMany(kind => kind).Select(record => To(transport, record.Address, port))];
    }

    private async Task<IReadOnlyList<T>> AskAsync<T>(string name, DnsKind kind, CancellationToken end)
        where T : DnsRecord
    {
        var answer = await _dns.AskAsync(new DnsQuestion(name, kind), end);
        _failure ??= answer.Failure;
        var records = answer.Records.OfType<T>().Take(Most).ToList();
        if (records.Count > 0 && answer.Life < _life)
        {
            _life = answer.Life;
        }

        return records;
    }

    private string ServiceName(TransportKind transport) => transport switch
    {
        TransportKind.Udp => $"_sip._udp.{_wanted.Host}",
        TransportKind.Tcp => $"_sip._tcp.{_wanted.Host}",
        TransportKind.Tls => $"_sips._tcp.{_wanted.Host}",
    };

    private static TransportKind? TransportOf(NamingRecord record) =>
        !record.Flags.Equals("s", StringComparison.OrdinalIgnoreCase) ? null : record.Service.ToUpperInvariant() switch
        {
            "SIP+D2U" => TransportKind.Udp,
            "SIP+D2T" => TransportKind.Tcp,
            "SIPS+D2T" => TransportKind.Tls,
            _ => null,
        };

    private static Hop To(TransportKind transport, IPAddress address, int port) =>
        new(transport, new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port));
}

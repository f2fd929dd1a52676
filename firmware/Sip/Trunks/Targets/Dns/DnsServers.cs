using System.Net;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;

namespace Switchhook.Sip.Trunks.Targets.Dns;

/// <summary>
/// Asks name servers: those that the system names, or given ones; and for addresses of names that they do not know the system itself,
/// which has a file of its own for them. Any thread.
/// </summary>
public sealed class DnsServers : IDnsSource
{
    // Two servers, one of them dead, have answered before a question is given up.
    private const int Retries = 1;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1.5);

    // The system does not tell how long its answers hold.
    private static readonly TimeSpan LifeOfSystem = TimeSpan.FromMinutes(1);

    private readonly LookupClient _client;

    /// <summary>Asks the servers that the system names, also when these change.</summary>
    public DnsServers()
        : this(new LookupClientOptions { AutoResolveNameServers = true })
    {
    }

    /// <summary>Asks these servers.</summary>
    public DnsServers(params IPEndPoint[] servers)
        : this(new LookupClientOptions(servers) { AutoResolveNameServers = false })
    {
    }

    private DnsServers(LookupClientOptions options)
    {
        options.UseCache = false;
        options.Timeout = Timeout;
        options.Retries = Retries;
        options.ContinueOnEmptyResponse = false;
        _client = new LookupClient(options);
    }

    /// <inheritdoc/>
    public async Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken end)
    {
        var answer = await AskServersAsync(question, end);
        return answer is { Failure: null } || FamilyOf(question.Kind) is not { } family
            ? answer ?? DnsAnswer.None
            : await AskSystemAsync(question.Name, family, end) ?? answer ?? DnsAnswer.None;
    }

    // Null when there is no such name.
    private async Task<DnsAnswer?> AskServersAsync(DnsQuestion question, CancellationToken end)
    {
        try
        {
            var response = await _client.QueryAsync(question.Name, TypeOf(question.Kind), cancellationToken: end);
            return response switch
            {
                { HasError: false } => AnswerOf(response),
                { Header.ResponseCode: DnsHeaderResponseCode.NotExistentDomain } => null,
                _ => DnsAnswer.Failed($"The DNS does not tell ({question}): {response.ErrorMessage}."),
            };
        }
        catch (Exception error) when (error is DnsResponseException or SocketException or ArgumentException or InvalidOperationException)
        {
            end.ThrowIfCancellationRequested();
            return DnsAnswer.Failed($"The DNS does not answer ({question}): {error.Message.TrimEnd('.')}.");
        }
    }

    private static async Task<DnsAnswer?> AskSystemAsync(string host, AddressFamily family, CancellationToken end)
    {
        try
        {
            var addresses = await System.Net.Dns.GetHostAddressesAsync(host, family, end);
            return new DnsAnswer([.. addresses.Select(address => new AddressRecord(address))], LifeOfSystem);
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            return null;
        }
    }

    private static DnsAnswer AnswerOf(IDnsQueryResponse response)
    {
        var records = new List<DnsRecord>();
        var life = TimeSpan.MaxValue;
        foreach (var record in response.Answers)
        {
            // An alias on the way holds no longer than it says either.
            var left = TimeSpan.FromSeconds(record.InitialTimeToLive);
            life = left < life ? left : life;
            if (RecordOf(record) is { } known)
            {
                records.Add(known);
            }
        }

        return records.Count == 0 ? DnsAnswer.None : new DnsAnswer(records, life);
    }

    private static DnsRecord? RecordOf(DnsResourceRecord record) => record switch
    {
        DnsClient.Protocol.AddressRecord host => new AddressRecord(host.Address),
        SrvRecord service => new ServiceRecord(service.Priority, service.Weight, service.Port, Name(service.Target)),
        NAPtrRecord naming => new NamingRecord(
            naming.Order, naming.Preference, naming.Flags, naming.Services, Name(naming.Replacement)),
        _ => null,
    };

    private static string Name(DnsString name) => name.Value.TrimEnd('.');

    private static QueryType TypeOf(DnsKind kind) => kind switch
    {
        DnsKind.Address4 => QueryType.A,
        DnsKind.Address6 => QueryType.AAAA,
        DnsKind.Service => QueryType.SRV,
        DnsKind.Naming => QueryType.NAPTR,
    };

    private static AddressFamily? FamilyOf(DnsKind kind) => kind switch
    {
        DnsKind.Address4 => AddressFamily.InterNetwork,
        DnsKind.Address6 => AddressFamily.InterNetworkV6,
        DnsKind.Service or DnsKind.Naming => null,
    };
}

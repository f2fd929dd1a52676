using System.Net;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Testing.Sip;

/// <summary>A domain name system in memory, whose records and troubles a test sets.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryDns(TimeProvider time) : IDnsSource
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<DnsQuestion, List<DnsRecord>> _records = [];

    /// <summary>How long records hold.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Asked, it says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The failure that it answers with; null without.</summary>
    public string? Failure { get; set; }

    /// <summary>All that was asked, in order.</summary>
    public IList<DnsQuestion> Asked { get; } = [];

    /// <summary>Adds addresses of a host.</summary>
    public MemoryDns Host(string name, params string[] addresses)
    {
        foreach (var address in addresses.Select(IPAddress.Parse))
        {
            Add(name, address.GetAddressBytes().Length == 4 ? DnsKind.Address4 : DnsKind.Address6, new AddressRecord(address));
        }

        return this;
    }

    /// <summary>Adds a host of a service.</summary>
    public MemoryDns Service(string name, int priority, int weight, int port, string target) =>
        Add(name, DnsKind.Service, new ServiceRecord(priority, weight, port, target));

    /// <summary>Adds a service of a domain.</summary>
    public MemoryDns Naming(string name, int order, int preference, string service, string replacement, string flags = "s") =>
        Add(name, DnsKind.Naming, new NamingRecord(order, preference, flags, service, replacement));

    /// <summary>Takes all records away.</summary>
    public void Clear() => _records.Clear();

    /// <inheritdoc/>
    public async Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken end)
    {
        Asked.Add(question);
        await Task.Delay(IsSilent ? Timeout.InfiniteTimeSpan : Delay, time, end);
        return Failure is { } why ? DnsAnswer.Failed(why)
            : _records.TryGetValue(question, out var records) ? new DnsAnswer([.. records], Life)
            : DnsAnswer.None;
    }

    private MemoryDns Add(string name, DnsKind kind, DnsRecord record)
    {
        var question = new DnsQuestion(name, kind);
        if (!_records.TryGetValue(question, out var records))
        {
            _records.Add(question, records = []);
        }

        records.Add(record);
        return this;
    }
}

using System.Net;

namespace Switchhook.Sip.Trunks.Targets.Dns;

/// <summary>A record: one of the three below.</summary>
public abstract record DnsRecord;

/// <summary>A or AAAA.</summary>
/// <param name="Address">Address of the host.</param>
public sealed record AddressRecord(IPAddress Address) : DnsRecord;

/// <summary>SRV.</summary>
/// <param name="Priority">The lowest is tried first.</param>
/// <param name="Weight">Its share among those of one priority.</param>
/// <param name="Port">Port.</param>
/// <param name="Target">Host; <c>.</c> or empty when the service is decidedly not offered.</param>
public sealed record ServiceRecord(int Priority, int Weight, int Port, string Target) : DnsRecord;

/// <summary>NAPTR.</summary>
/// <param name="Order">The lowest is tried first.</param>
/// <param name="Preference">The same among those of one order.</param>
/// <param name="Flags"><c>s</c> when SRV is to be asked next.</param>
/// <param name="Service">Such as <c>SIP+D2U</c>.</param>
/// <param name="Replacement">The name to ask for next.</param>
public sealed record NamingRecord(int Order, int Preference, string Flags, string Service, string Replacement) : DnsRecord;

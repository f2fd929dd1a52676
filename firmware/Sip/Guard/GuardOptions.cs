using System.Net;

namespace Switchhook.Sip.Guard;

/// <summary>What the guard lets pass.</summary>
public sealed record GuardOptions
{
    /// <summary>Networks that are limited but never banned: the site's own.</summary>
    public IReadOnlyList<IPNetwork> TrustedNetworks { get; init; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Messages of one address that nobody knows.</summary>
    public MessageRate Stranger { get; init; } = new(20, 60);

    /// <summary>Messages of all addresses together that nobody knows, so that many weak ones are not one strong one.</summary>
    public MessageRate AllStrangers { get; init; } = new(1000, 2000);

    /// <summary>Messages of one trusted address: a trunk with a burst of calls, or a site behind one address after a power cut.</summary>
    public MessageRate Trusted { get; init; } = new(5000, 10_000);

    /// <summary>How often each offence is forgiven.</summary>
    public IReadOnlyDictionary<Offence, OffenceLimit> Limits { get; init; } = new Dictionary<Offence, OffenceLimit>
    {
        [Offence.Malformed] = new(20, TimeSpan.FromMinutes(10)),
        [Offence.FailedAuthentication] = new(10, TimeSpan.FromMinutes(10)),
        [Offence.Scanner] = new(1, TimeSpan.FromMinutes(10)),
        [Offence.Flood] = new(300, TimeSpan.FromSeconds(30)),
        [Offence.FailedHandshake] = new(40, TimeSpan.FromMinutes(10)),
    };

    /// <summary>The first ban of an address; each further one is twice as long.</summary>
    public TimeSpan FirstBan { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest.</summary>
    public TimeSpan LongestBan { get; init; } = TimeSpan.FromHours(24);

    /// <summary>So long after a ban has ended the next one is a first one again.</summary>
    public TimeSpan ForgottenAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Bans that are kept; when there are more, those go first that have ended or end first.</summary>
    public int MaxBans { get; init; } = 10_000;

    /// <summary>Addresses whose messages are counted at once; memory is taken for all of them from the start, 96 octets each.</summary>
    public int MaxAddresses { get; init; } = 16_384;
}

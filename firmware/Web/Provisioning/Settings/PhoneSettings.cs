using Switchhook.Site;

namespace Switchhook.Web.Provisioning.Settings;

/// <summary>All that a phone is told, in nobody's format.</summary>
/// <param name="Account">Who it is.</param>
/// <param name="Server">Where it registers.</param>
/// <param name="Sound">Codecs, keys and encryption.</param>
/// <param name="Place">Where in the world it stands.</param>
/// <param name="Neighbours">The other phones of the house, for busy lamps; at most <see cref="MostNeighbours"/>.</param>
internal sealed record PhoneSettings(
    PhoneAccount Account, SipServer Server, PhoneSound Sound, PhonePlace Place, IReadOnlyList<Neighbour> Neighbours)
{
    /// <summary>As many as fit on a desk phone with a screen of keys.</summary>
    public const int MostNeighbours = 20;
}

/// <summary>Who a phone is.</summary>
/// <param name="Number">Its number, which is its user name and the name that goes with the secret too.</param>
/// <param name="Name">Name for displays; any characters.</param>
/// <param name="Secret">What it registers with.</param>
internal sealed record PhoneAccount(string Number, string Name, string Secret);

/// <summary>Where a phone registers.</summary>
/// <param name="Host">Name or address, an IPv6 address without brackets.</param>
/// <param name="Port">Port of the transport.</param>
/// <param name="Transport">The transport.</param>
/// <param name="Realm">In which it proves who it is.</param>
/// <param name="IsCertified">True when a certificate authority may be expected to know the server's certificate.</param>
internal sealed record SipServer(string Host, int Port, SipTransport Transport, string Realm, bool IsCertified)
{
    /// <summary>How long a registration holds: a phone whose router has lost the way is back after so long.</summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromMinutes(15);

    /// <summary>The host as it stands in an address.</summary>
    public string HostInUri => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;

    /// <summary>TLS, but with a certificate of the box's own.</summary>
    public bool IsTakenOnTrust => Transport == SipTransport.Tls && !IsCertified;
}

/// <summary>How SIP travels between a phone and the box.</summary>
internal enum SipTransport
{
    /// <summary>UDP.</summary>
    Udp,

    /// <summary>TLS over TCP, wherever sound may be encrypted: its keys stand in SDP (RFC 4568, section 7.1).</summary>
    Tls,
}

/// <summary>How a phone sends sound and keys.</summary>
/// <param name="Codecs">The most wanted first; at least one.</param>
/// <param name="Dtmf">How keys travel.</param>
/// <param name="Encryption">Whether the sound is encrypted.</param>
internal sealed record PhoneSound(IReadOnlyList<SipCodec> Codecs, DtmfMode Dtmf, MediaEncryption Encryption)
{
    /// <summary>Rank of a codec from 1; 0 for one that is not used.</summary>
    public int RankOf(SipCodec codec) => Codecs.ToList().IndexOf(codec) + 1;
}

/// <summary>Where in the world a phone stands.</summary>
/// <param name="Country">ISO 3166-1 code.</param>
/// <param name="Language">IETF tag, such as <c>en</c> or <c>de-AT</c>.</param>
/// <param name="Clock">Its time.</param>
internal sealed record PhonePlace(string Country, string Language, ZoneRule Clock)
{
    /// <summary>Where it asks for the time; a network that names a server of its own by DHCP wins with most phones.</summary>
    public const string TimeServer = "pool.ntp.org";

    /// <summary>The language without its region: <c>de</c>.</summary>
    public string BareLanguage => Language.Split('-')[0].ToLowerInvariant();
}

/// <summary>Another phone of the house.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Name for displays; any characters, not empty.</param>
internal sealed record Neighbour(string Number, string Name);

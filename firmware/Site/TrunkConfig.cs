namespace Switchhook.Site;

/// <summary>
/// An exchange line of another kind: calls go to a provider by SIP, several at once. It stands in line groups beside lines, and shares
/// their names. Compared by value. Its password stands apart, under the name <c>trunk/NAME</c>.
/// </summary>
/// <param name="Name">Name in the site file; no line has the same.</param>
/// <param name="Server">The provider's server.</param>
/// <param name="Flow">Flow of the calls that come in on it (key <c>route</c>).</param>
/// <param name="Codecs">Codecs in the order in which they are wanted; at least one.</param>
public sealed record TrunkConfig(string Name, HostPort Server, string Flow, ValueList<SipCodec> Codecs)
{
    /// <summary>How messages travel; null when DNS says it (RFC 3263), and UDP where that says nothing.</summary>
    public TrunkTransport? Transport { get; init; }

    /// <summary>Name of the account; null when the provider knows the box by its address, and then there is no password.</summary>
    public string? User { get; init; }

    /// <summary>Name that goes with the password (key <c>auth-user</c>); <see cref="User"/> unless the provider gives another.</summary>
    public string? AuthUser { get; init; }

    /// <summary>True when the box registers; only with a <see cref="User"/>.</summary>
    public bool Registers { get; init; }

    /// <summary>Host part of the box's own address towards the provider; null for the server's.</summary>
    public string? FromDomain { get; init; }

    /// <summary>Where all messages go first; null for the server itself.</summary>
    public HostPort? OutboundProxy { get; init; }

    /// <summary>Its main number in E.164; null when not told.</summary>
    public string? Number { get; init; }

    /// <summary>Flow of the calls that come in while night is switched on; null when it makes no difference.</summary>
    public string? NightFlow { get; init; }

    /// <summary>Its numbers with their own flows (DID), in the order of the file.</summary>
    public ValueList<TrunkNumber> Numbers { get; init; } = [];

    /// <summary>Most calls at once, both directions together.</summary>
    public int Channels { get; init; } = SiteDefaults.Channels;

    /// <summary>Whether the sound is encrypted.</summary>
    public MediaEncryption Encryption { get; init; }

    /// <summary>Where and how the caller's number stands in calls out, and is looked for first in calls in.</summary>
    public CallerNumberConfig CallerNumber { get; init; } = CallerNumberConfig.Default;

    /// <summary>True when whoever is called is not to see the number (RFC 3323).</summary>
    public bool HidesNumber { get; init; }

    /// <summary>How keys travel.</summary>
    public DtmfMode Dtmf { get; init; }

    /// <summary>How often the server is asked whether it is there (OPTIONS); null for never.</summary>
    public TimeSpan? Check { get; init; } = SiteDefaults.Check;

    /// <summary>True when calls may show a number: it is one of the trunk's, or the site does not tell which those are.</summary>
    /// <param name="number">In E.164.</param>
    public bool MayShow(string number) =>
        (Number is null && Numbers.Count == 0) || Number == number || Numbers.Any(own => own.Number == number);

    /// <summary>The flow of a call that comes in now for none of <see cref="Numbers"/>.</summary>
    public string FlowBy(bool night) => night ? NightFlow ?? Flow : Flow;

    /// <summary>The flow of a call that comes in now.</summary>
    /// <param name="called">The number that was called, as the provider writes it; null when it tells none.</param>
    /// <param name="night">True while night is switched on.</param>
    public string FlowBy(string? called, bool night) =>
        called is not null && NumberOf(called) is { } number ? number.FlowBy(night) : FlowBy(night);

    /// <summary>The one of <see cref="Numbers"/> that was called; null when it is none of them, or could be several.</summary>
    /// <param name="called">The number as the provider writes it: with + or without, national, or only its last digits.</param>
    public TrunkNumber? NumberOf(string called)
    {
        var digits = string.Concat(called.Where(char.IsAsciiDigit));
        if (Numbers.FirstOrDefault(number => number.Number.AsSpan(1).SequenceEqual(digits)) is { } same)
        {
            return same;
        }

        var end = digits.TrimStart('0');
        if (called.StartsWith('+') || end.Length < PhoneNumber.FewestLastDigits)
        {
            return null;
        }

        var alike = Numbers.Where(number => number.Number.EndsWith(end, StringComparison.Ordinal)).Take(2).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }
}

/// <summary>A number of a trunk.</summary>
/// <param name="Number">In E.164.</param>
/// <param name="Flow">Flow of its calls.</param>
/// <param name="NightFlow">Flow of its calls while night is switched on; null when it makes no difference.</param>
public sealed record TrunkNumber(string Number, string Flow, string? NightFlow)
{
    /// <summary>The flow of a call that comes in now.</summary>
    public string FlowBy(bool night) => night ? NightFlow ?? Flow : Flow;
}

/// <summary>A host, and a port where one is given.</summary>
/// <param name="Host">A name, or an address; IPv6 without brackets.</param>
/// <param name="Port">Port; null when none is given, and then DNS may name one.</param>
public sealed record HostPort(string Host, int? Port)
{
    /// <summary>As the site file writes it.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return Port is { } port ? $"{host}:{port}" : host;
    }
}

/// <summary>How messages to a trunk travel.</summary>
public enum TrunkTransport
{
    /// <summary>Datagrams.</summary>
    Udp,

    /// <summary>A stream.</summary>
    Tcp,

    /// <summary>A stream in TLS.</summary>
    Tls,
}

/// <summary>Where and how a caller's number stands in a message.</summary>
/// <param name="Header">The header.</param>
/// <param name="Format">How the number is written.</param>
public sealed record CallerNumberConfig(CallerNumberHeader Header, CallerNumberFormat Format)
{
    /// <summary>What holds when the site file says nothing.</summary>
    public static CallerNumberConfig Default { get; } = new(CallerNumberHeader.PAssertedIdentity, CallerNumberFormat.PlusE164);
}

/// <summary>The headers that providers want a caller's number in.</summary>
public enum CallerNumberHeader
{
    /// <summary>P-Asserted-Identity (RFC 3325).</summary>
    PAssertedIdentity,

    /// <summary>Remote-Party-ID, older and in no RFC.</summary>
    RemotePartyId,

    /// <summary>From alone.</summary>
    From,
}

/// <summary>How a number is written.</summary>
public enum CallerNumberFormat
{
    /// <summary>With + and country code.</summary>
    PlusE164,

    /// <summary>With country code, without +.</summary>
    E164,

    /// <summary>As it is dialled in the site's country.</summary>
    National,

    /// <summary>Unchanged.</summary>
    AsIs,
}

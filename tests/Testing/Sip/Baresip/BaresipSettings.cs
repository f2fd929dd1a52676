using System.Net;

namespace Switchhook.Testing.Sip.Baresip;

/// <summary>A phone, as baresip shall play it.</summary>
public sealed record BaresipSettings
{
    /// <summary>The user part of its address, and its name for digest authentication.</summary>
    public string User { get; init; } = "bob";

    /// <summary>Its password; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// Its server: where it registers and where its calls go. Null for a phone by itself, which is called by its own address.
    /// </summary>
    public IPEndPoint? Server { get; init; }

    /// <summary>Another place to send to than <see cref="Server"/>: a <see cref="Network.LossyLink"/> before it.</summary>
    public IPEndPoint? By { get; init; }

    /// <summary>How it reaches its server.</summary>
    public BaresipTransport Transport { get; init; }

    /// <summary>Seconds for which it registers; 0 for a phone that does not register.</summary>
    public int RegisterSeconds { get; init; } = 60;

    /// <summary>Its codecs, by preference. The first is what it speaks with: its sound has that codec's rate.</summary>
    public IReadOnlyList<BaresipCodec> Codecs { get; init; } = [BaresipCodec.Pcma];

    /// <summary>Milliseconds of sound in a packet that it sends.</summary>
    public int PacketMilliseconds { get; init; } = 20;

    /// <summary>Takes and makes encrypted calls only: SRTP with keys in the session description (RFC 4568).</summary>
    public bool Encrypted { get; init; }

    /// <summary>Answers by itself, at once.</summary>
    public bool Answers { get; init; }

    /// <summary>Its jitter buffer, in packets: least and most.</summary>
    public (int Least, int Most) JitterPackets { get; init; } = (1, 5);

    /// <summary>What it says from the beginning of each call, at 8 kHz; then it is silent. Null for silence.</summary>
    public ReadOnlyMemory<short> Says { get; init; }

    /// <summary>How long it may live; then it ends by itself. A call can last no longer: its sound is as long.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A file with certificate and key (PEM) that it shows as a TLS server; null for none. As a client, baresip 1.0 trusts anyone.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>Further lines of its configuration.</summary>
    public IReadOnlyList<string> MoreConfiguration { get; init; } = [];

    /// <summary>Further parameters of its account, such as <c>mwi=no</c>.</summary>
    public IReadOnlyList<string> MoreAccountParameters { get; init; } = [];
}

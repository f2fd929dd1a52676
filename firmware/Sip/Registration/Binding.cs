using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Registration;

/// <summary>A device that is registered under a number: where it is, and for how long (RFC 3261 §10).</summary>
/// <param name="Contact">Where it wants requests; with all its parameters and headers, which are the device's own.</param>
/// <param name="Hop">Where requests go: the first stop of its path, or where the registration came from.</param>
/// <param name="Expires">Until when, UTC.</param>
internal sealed record Binding(SipUri Contact, Hop Hop, DateTimeOffset Expires)
{
    /// <summary>How much it is preferred, 0 to 1.</summary>
    public double Quality { get; init; } = 1;

    /// <summary>Stops on the way to it (RFC 3327), each an address in angle brackets.</summary>
    public IReadOnlyList<SipText> Path { get; init; } = [];

    /// <summary>Its instance (+sip.instance, RFC 5626 §4.1), the same for all registrations of a device; null when it has none.</summary>
    public string? Instance { get; init; }

    /// <summary>Names the registrations of the device, with rising numbers.</summary>
    public string CallId { get; init; } = "";

    /// <summary>Number of the last registration.</summary>
    public uint Sequence { get; init; }

    /// <summary>What the device says it is; empty when it says nothing.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>Its contact is not where its messages come from: it is behind NAT, and reached where they come from.</summary>
    public bool IsBehindNat { get; init; }

    /// <summary>As the journal shows it: <c>udp 192.0.2.7:5060 (Yealink SIP-T46S)</c>.</summary>
    public override string ToString() => UserAgent.Length == 0 ? $"{Hop}" : $"{Hop} ({UserAgent})";
}

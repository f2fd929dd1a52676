using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>What of a trunk leads out of the stack.</summary>
/// <param name="Dns">Where servers are looked up; best with a cache that all trunks share.</param>
/// <param name="Secret">The password of a name such as <c>trunk/NAME</c>; null when there is none.</param>
/// <param name="Trust">
/// Told which name a certificate must bear at an address that is called by TLS (RFC 5922); null for none any more.
/// </param>
/// <param name="Known">Told where the provider's messages come from.</param>
internal sealed record TrunkOutside(
    IDnsSource Dns, Func<string, string?> Secret, Action<IPEndPoint, string?> Trust, KnownPeers Known);

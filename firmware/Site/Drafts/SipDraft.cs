using System.Net;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>The section <c>sip</c> as the file says it.</summary>
internal sealed record SipDraft(
    Place At,
    Located<PortRange>? RtpPorts,
    Located<IPAddress>? PublicAddress,
    Located<string>? Domain,
    IReadOnlyList<Located<IPNetwork>> Trusted,
    Located<TimeSpan>? SessionTimer)
{
    /// <summary>The files of <c>tls</c>; empty without the key.</summary>
    public IReadOnlyList<Located<string>> TlsFiles { get; init; } = [];
}

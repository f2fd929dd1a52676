using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>How box and provider are named in the requests between them that are no calls. Pure.</summary>
/// <param name="trunk">What the site says.</param>
internal sealed class TrunkParty(TrunkConfig trunk)
{
    /// <summary>The provider.</summary>
    public SipUri Server { get; } = SipUri.Create(null, trunk.Server.Host, trunk.Server.Port);

    /// <summary>The box's account there, or the box alone where it has none.</summary>
    public NameAddress Account { get; } = NameAddress.Create(null, SipUri.Create(trunk.User, trunk.FromDomain ?? trunk.Server.Host));

    /// <summary>The stop on the way that the site names; none without.</summary>
    public IReadOnlyList<SipText> Proxy { get; } = trunk.OutboundProxy is { } proxy
        ? [NameAddress.Create(null, SipUri.Create(null, proxy.Host, proxy.Port, ("lr", null))).Text]
        : [];
}

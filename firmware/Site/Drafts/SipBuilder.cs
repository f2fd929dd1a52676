using Switchhook.Hardware.Countries;

namespace Switchhook.Site.Drafts;

/// <summary>Turns what a draft says of SIP into the model.</summary>
/// <param name="law">Law of the site's country, for the codecs where none are named.</param>
internal sealed class SipBuilder(CompandingLaw law)
{
    /// <summary>A SIP phone's settings.</summary>
    public SipPhoneConfig Phone(SipPhoneDraft phone) => new(
        phone.Media.Codecs is { } codecs ? [.. codecs] : SiteDefaults.PhoneCodecs(law),
        phone.Media.Encryption?.Value ?? MediaEncryption.No,
        phone.Contacts,
        phone.Media.Dtmf)
    {
        Address = phone.Address?.Value,
    };

    /// <summary>A trunk.</summary>
    public TrunkConfig Trunk(TrunkDraft trunk)
    {
        var route = trunk.Route;
        return new TrunkConfig(
            trunk.Name.Value,
            trunk.Server?.Value ?? throw ModelBuilder.Hole(),
            ModelBuilder.Sure(route.Flow),
            trunk.Media.Codecs is { } codecs ? [.. codecs] : SiteDefaults.TrunkCodecs(law))
        {
            Transport = trunk.Transport?.Value,
            User = trunk.Account.User?.Value,
            AuthUser = (trunk.Account.AuthUser ?? trunk.Account.User)?.Value,
            Registers = trunk.Account.Registers?.Value ?? trunk.Account.User is not null,
            FromDomain = trunk.FromDomain?.Value,
            OutboundProxy = trunk.OutboundProxy?.Value,
            Number = trunk.Number is { } number ? PhoneNumber.Normalize(number.Value) : null,
            NightFlow = route.NightFlow?.Value,
            Numbers = [.. trunk.Numbers.Select(did => Number(did, route))],
            Channels = trunk.Channels,
            Encryption = trunk.Media.Encryption?.Value ?? MediaEncryption.No,
            CallerNumber = trunk.CallerNumber,
            HidesNumber = trunk.HidesNumber,
            Dtmf = trunk.Media.Dtmf,
            Check = trunk.Check,
        };
    }

    /// <summary>The section <c>sip</c>.</summary>
    public static SipConfig Settings(SipDraft? sip) => new(
        sip?.RtpPorts?.Value ?? SiteDefaults.RtpPorts,
        sip?.Domain?.Value ?? SiteDefaults.Domain,
        sip?.SessionTimer?.Value ?? SiteDefaults.SessionTimer)
    {
        PublicAddress = sip?.PublicAddress?.Value,
        Trusted = [.. (sip?.Trusted ?? []).Select(network => network.Value)],
        Tls = sip?.TlsFiles is [var certificate, var key] ? new TlsFiles(certificate.Value, key.Value) : null,
    };

    // A night of its own counts for the number; a route of its own is not mixed with the trunk's night.
    private static TrunkNumber Number(TrunkNumberDraft did, RouteDraft trunk) => new(
        PhoneNumber.Normalize(did.Number.Value) ?? throw ModelBuilder.Hole(),
        ModelBuilder.Sure(did.Route.Flow ?? trunk.Flow),
        (did.Route.NightFlow ?? (did.Route.Flow is null ? trunk.NightFlow : null))?.Value);
}

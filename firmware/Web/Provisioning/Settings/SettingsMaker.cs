using Switchhook.Site;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Provisioning.Settings;

/// <summary>Makes a phone's settings of what the site file says.</summary>
/// <param name="site">The site in force.</param>
/// <param name="ports">Where the box listens for SIP.</param>
/// <param name="now">For time zones without a rule.</param>
internal sealed class SettingsMaker(SiteModel site, SipPorts ports, DateTimeOffset now)
{
    /// <summary>The settings of a phone.</summary>
    /// <param name="phone">A SIP phone of the site.</param>
    /// <param name="host">The box, as the phone reaches it; an IPv6 address without brackets.</param>
    /// <param name="secret">The phone's secret.</param>
    /// <exception cref="ArgumentException">It is no SIP phone.</exception>
    public PhoneSettings Make(PhoneConfig phone, string host, string secret)
    {
        var sip = phone.Sip ?? throw new ArgumentException($"Phone {phone.Number} does not register.", nameof(phone));
        return new PhoneSettings(
            new PhoneAccount(phone.Number, NameOf(phone), secret),
            Server(host, sip.Encryption),
            new PhoneSound(sip.Codecs, sip.Dtmf, sip.Encryption),
            new PhonePlace(site.Country, site.Language, ZoneRule.Of(site.TimeZone, now)),
            [
                .. site.Phones.Values.Where(other => other.Number != phone.Number)
                    .Take(PhoneSettings.MostNeighbours)
                    .Select(other => new Neighbour(other.Number, NameOf(other))),
            ]);
    }

    private static string NameOf(PhoneConfig phone) => phone.Name.Length > 0 ? phone.Name : phone.Number;

    private SipServer Server(string host, MediaEncryption encryption)
    {
        var transport = encryption == MediaEncryption.No ? SipTransport.Udp : SipTransport.Tls;
        var port = transport == SipTransport.Tls ? ports.Tls : ports.Plain;
        return new SipServer(host, port, transport, site.Sip.Domain, site.Sip.Tls is not null);
    }
}

using System.Globalization;
using System.Xml.Linq;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Linphone's remote provisioning: sections and entries of its own file, in the XML of lpconfig.xsd.</summary>
internal static class LinphoneTemplate
{
    private static readonly XNamespace Config = "http://www.linphone.org/xsds/lpconfig.xsd";

    /// <summary>The settings.</summary>
    public static string Write(PhoneSettings settings) => XmlFile.Write(new XElement(
        Config + "config", new[] { Sip(settings), Account(settings), Login(settings) }.Concat(Codecs(settings.Sound))));

    private static XElement Sip(PhoneSettings settings)
    {
        var (sound, server) = (settings.Sound, settings.Server);
        var entries = new List<XElement>
        {
            Entry("default_proxy", "0"),
            Entry("media_encryption", sound.Encryption == MediaEncryption.No ? "none" : "srtp"),
            Entry("media_encryption_mandatory", Flag(sound.Encryption == MediaEncryption.Demanded)),
            Entry("use_rfc2833", Flag(sound.Dtmf is DtmfMode.Auto or DtmfMode.RtpEvent)),
            Entry("use_info", Flag(sound.Dtmf == DtmfMode.Info)),
        };
        if (server.Transport == SipTransport.Tls)
        {
            entries.Add(Entry("verify_server_certs", Flag(server.IsCertified)));
            entries.Add(Entry("verify_server_cn", Flag(server.IsCertified)));
        }

        return Section("sip", entries);
    }

    private static XElement Account(PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        var transport = server.Transport == SipTransport.Tls ? "tls" : "udp";
        return Section(
            "proxy_0",
            [
                Entry(
                    "reg_proxy",
                    string.Create(CultureInfo.InvariantCulture, $"<sip:{server.HostInUri}:{server.Port};transport={transport}>")),
                Entry("reg_identity", $"\"{Quoted(account.Name)}\" <sip:{account.Number}@{server.HostInUri}>"),
                Entry("realm", server.Realm),
                Entry("reg_expires", ((int)SipServer.Expiry.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                Entry("reg_sendregister", "1"),
                Entry("publish", "0"),
            ]);
    }

    private static XElement Login(PhoneSettings settings) => Section(
        "auth_info_0",
        [
            Entry("username", settings.Account.Number),
            Entry("userid", settings.Account.Number),
            Entry("passwd", settings.Account.Secret),
            Entry("realm", settings.Server.Realm),
            Entry("domain", settings.Server.HostInUri),
        ]);

    private static IEnumerable<XElement> Codecs(PhoneSound sound) => sound.Codecs.Select((codec, rank) => Section(
        $"audio_codec_{rank}",
        [
            Entry("mime", NameOf(codec)),
            // RFC 3551, section 4.5.2: the clock of G.722 is 8000 Hz on paper.
            Entry("rate", "8000"),
            Entry("channels", "1"),
            Entry("enabled", "1"),
        ]));

    private static XElement Section(string name, IEnumerable<XElement> entries) =>
        new(Config + "section", new XAttribute("name", name), entries);

    private static XElement Entry(string name, string value)
    {
        var entry = XmlFile.Element(Config + "entry", value);
        entry.Add(new XAttribute("name", name), new XAttribute("overwrite", "true"));
        return entry;
    }

    private static string Flag(bool on) => on ? "1" : "0";

    // RFC 3261, section 25.1: quoted-string.
    private static string Quoted(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string NameOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => "PCMU",
        SipCodec.Pcma => "PCMA",
        SipCodec.G722 => "G722",
    };
}

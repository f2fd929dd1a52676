using FsCheck;
using FsCheck.Fluent;
using Switchhook.Web.Provisioning.Settings;
using Switchhook.Web.Provisioning.Templates;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>The files for phones, linted: form, names, values, and that no value becomes anything else.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Vendors => [.. Enum.GetNames<Vendor>()];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Every_name_stands_in_the_vendors_document(string name)
    {
        var vendor = Enum.Parse<Vendor>(name);
        var known = VendorDocument.All[vendor].NameSet;

        foreach (var settings in SamplePhones.All)
        {
            var file = WrittenFile.Read(vendor, SamplePhones.Write(vendor, settings));
            Assert.NotEmpty(file.Names);
            Assert.All(file.Names, used => Assert.Contains(WrittenFile.Pattern(used), known));
        }
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Every_required_value_is_there(string name)
    {
        var vendor = Enum.Parse<Vendor>(name);
        var file = WrittenFile.Read(vendor, SamplePhones.Write(vendor, SamplePhones.Plain));

        foreach (var pair in VendorDocument.All[vendor].RequiredPairs)
        {
            var (key, value) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
            Assert.True(file.Find(key) == value, $"{key} is '{file.Find(key)}', and should be '{value}'");
        }
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void No_placeholder_is_left_and_the_size_is_bounded(string name)
    {
        foreach (var settings in SamplePhones.All)
        {
            var text = SamplePhones.Write(Enum.Parse<Vendor>(name), settings);

            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            Assert.DoesNotContain("%", text, StringComparison.Ordinal);
            Assert.InRange(text.Length, 500, 16 * 1024);
        }
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void The_password_of_the_phones_own_pages_is_left_alone(string name)
    {
        var vendor = Enum.Parse<Vendor>(name);
        var file = WrittenFile.Read(vendor, SamplePhones.Write(vendor, SamplePhones.Plain));

        var passwords = file.Pairs.Where(pair => pair.Value == SamplePhones.Plain.Account.Secret).ToList();
        Assert.Single(passwords);
        Assert.DoesNotContain(file.Names, used => used.Contains("admin", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Names_and_secrets_become_nothing_but_values(string name)
    {
        var vendor = Enum.Parse<Vendor>(name);
        var harmless = WrittenFile.Read(vendor, SamplePhones.Write(vendor, SamplePhones.Plain)).Names;

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(17, 19),
            Prop.ForAll(Nasty, Nasty, (display, secret) =>
            {
                var settings = SamplePhones.Plain with
                {
                    Account = new PhoneAccount("105", display, secret),
                    Neighbours = [new Neighbour("101", display), new Neighbour("106", secret)],
                };
                var file = WrittenFile.Read(vendor, SamplePhones.Write(vendor, settings));
                return harmless.SequenceEqual(file.Names) && file.Pairs.Any(pair => pair.Value == PlainText.OneLine(secret));
            }));
    }

    [Fact]
    public void A_name_cannot_add_a_field_to_a_key_of_cisco()
    {
        var settings = SamplePhones.Plain with { Neighbours = [new Neighbour("101", "Desk;fnc=sd;ext=0190@evil")] };

        var file = WrittenFile.Read(Vendor.CiscoSpa, SamplePhones.Write(Vendor.CiscoSpa, settings));

        Assert.Equal("fnc=blf+sd;sub=101@$PROXY;ext=101@$PROXY;nme=Desk fnc sd ext 0190 evil", file.Find("Extended_Function_2_"));
    }

    [Fact]
    public void A_quote_in_a_name_ends_no_address()
    {
        var settings = SamplePhones.Plain with { Account = SamplePhones.Plain.Account with { Name = "a\" <sip:666@evil> \\" } };

        var file = WrittenFile.Read(Vendor.Linphone, SamplePhones.Write(Vendor.Linphone, settings));

        Assert.Equal("\"a\\\" <sip:666@evil> \\\\\" <sip:105@192.0.2.1>", file.Find("reg_identity"));
    }

    [Theory]
    [InlineData(nameof(Vendor.Yealink), "account.1.sip_server.1.transport_type=2 account.1.srtp_encryption=2 account.1.dtmf.type=2 "
        + "static.security.trust_certificates=0 account.1.codec.pcmu.enable=0 account.1.sip_server.1.address=2001:db8::5 lang.gui=German")]
    [InlineData(nameof(Vendor.Grandstream), "P130=2 P183=2 P2303=1 P2302=0 P57=8 P58=8 P47=[2001:db8::5]:5061 P1362=de")]
    [InlineData(nameof(Vendor.Poly), "reg.1.server.1.transport=TLS sec.srtp.require=1 voIpProt.SIP.dtmfViaSignaling.rfc2976=1 "
        + "voice.codecPref.G711_Mu=0 tcpIpApp.sntp.daylightSavings.start.dayOfWeek.lastInMonth=1")]
    [InlineData(nameof(Vendor.Snom), "user_outbound=[2001:db8::5]:5061;transport=tls user_srtp=on user_savp=mandatory "
        + "user_dtmf_info=sip_info_only tls_server_authentication=off tone_scheme=GER utc_offset=+3600")]
    [InlineData(nameof(Vendor.Fanvil), "Transport=3 MediaCrypto=2 DTMFMode=2 VoiceCodecMap=PCMA TimeZone=4 DSTStartWeek=-1")]
    [InlineData(nameof(Vendor.CiscoSpa), "SIP_Transport_1_=TLS Secure_Call_Setting=Yes SRTP_Method=s-descriptor DTMF_Tx_Method_1_=INFO "
        + "Second_Preferred_Codec_1_=Unspecified Daylight_Saving_Time_Rule=start=3/-1/7/2:0:0;end=10/-1/7/3:0:0;save=1:0:0")]
    [InlineData(nameof(Vendor.Linphone), "reg_proxy=<sip:[2001:db8::5]:5061;transport=tls> media_encryption=srtp "
        + "media_encryption_mandatory=1 use_info=1 use_rfc2833=0 verify_server_certs=0 realm=praxis domain=[2001:db8::5]")]
    public void Encryption_goes_over_tls_and_asks_for_srtp(string name, string expected)
    {
        var vendor = Enum.Parse<Vendor>(name);
        var file = WrittenFile.Read(vendor, SamplePhones.Write(vendor, SamplePhones.Encrypted));

        Assert.All(expected.Split(' '), pair => Assert.Contains(pair, file.Pairs.Select(found => $"{found.Name}={found.Value}")));
    }

    [Fact]
    public void A_certificate_of_an_authority_is_verified()
    {
        var written = (Vendor vendor) => WrittenFile.Read(vendor, SamplePhones.Write(vendor, SamplePhones.Remote));

        Assert.Equal("1", written(Vendor.Yealink).Find("static.security.trust_certificates"));
        Assert.Equal("on", written(Vendor.Snom).Find("tls_server_authentication"));
        Assert.Equal("1", written(Vendor.Linphone).Find("verify_server_certs"));
    }

    [Fact]
    public void Each_fanvil_file_has_a_version_of_its_own_and_the_same_one_the_same()
    {
        var version = (PhoneSettings settings) =>
            WrittenFile.Read(Vendor.Fanvil, SamplePhones.Write(Vendor.Fanvil, settings)).Find("Version");

        Assert.Matches("^2\\.[0-9]{10}$", version(SamplePhones.Plain));
        Assert.Equal(version(SamplePhones.Plain), version(SamplePhones.Plain with { }));
        var other = SamplePhones.Plain with { Account = SamplePhones.Plain.Account with { Secret = "another-secret" } };
        Assert.NotEqual(version(SamplePhones.Plain), version(other));
    }

    [Fact]
    public void The_lists_of_files_name_what_the_box_answers()
    {
        var yealink = ConfigFile.Of(new WantedFile(Vendor.Yealink, FileKind.Index), SamplePhones.Plain).Text;
        Assert.Equal("#!version:1.0.0.1\ninclude:config <$MAC.cfg>\n", yealink);

        var poly = WrittenFile.Read(
            Vendor.Poly, ConfigFile.Of(new WantedFile(Vendor.Poly, FileKind.Index), SamplePhones.Plain).Text);
        Assert.All(poly.Names, used => Assert.Contains(used, VendorDocument.All[Vendor.Poly].NameSet));
        Assert.Equal(
            new WantedFile(Vendor.Poly, FileKind.Settings), WantedFile.Of(poly.Find("CONFIG_FILES")!, default, forced: null));
    }

    // Whatever FsCheck thinks of, with pieces that mean something in one of the formats.
    private static Arbitrary<string> Nasty
    {
        get
        {
            string[] pieces =
            [
                "\"", "'", "<", ">", "&", "&amp;", "]]>", "<!--", "<![CDATA[", "\n", "\r\n", "\u2028", "\u0085", "\0", "\t", "=", ";", "#",
                "%EMPTY%", "$MAC", "account.1.password = x", "\naccount.2.enable = 1\n", "</P34><P2>x</P2>", "\ud800", "\uffff", "😀", "ä",
            ];
            var text = ArbMap.Default.GeneratorFor<string>().Select(any => any ?? "");
            var part = Gen.OneOf(Gen.Elements(pieces), text);
            return part.ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        }
    }
}

using System.Net;
using Switchhook.Site;
using Switchhook.Site.Diff;

namespace Switchhook.Tests.Site;

public sealed class SipTests
{
    private const string Text = """
        site: {name: Clinic, country: US, time-zone: America/Chicago}
        lines:
          main-1: {port: fxo1, route: day}
        trunks:
          voip:
            server: "sip.example.com:5080"
            transport: tls
            user: "3125550100"
            auth-user: abc@example.com
            register: no
            from-domain: example.com
            outbound-proxy: "[2001:db8::1]:5061"
            number: "+1 312 555 0100"
            route: day
            night: night
            numbers:
              "+1 312 555 0101": {route: sales}
              "+1 312 555 0102": {route: sales, night: day}
              "+1 312 555 0103": {night: sales}
              "+1 312 555 0104":
            channels: 12
            codecs: [g722, pcma]
            encryption: demanded
            caller-number: {header: remote-party-id, format: national}
            hide-number: yes
            dtmf: info
            check: off
          backup: {server: 192.0.2.10, route: day}
        phones:
          101: {port: fxs1, name: Front desk, place: Reception}
          105: {sip: yes, name: Lab, place: Room 9, codecs: [g722], encryption: offered, contacts: 2, dtmf: in-band, call-waiting: no}
          106: {sip: yes, name: Home office, place: Elm Street 5}
        groups: {desk: {phones: [101, 105, 106]}}
        flows: {day: [ring: desk], night: [ring: desk, hang-up], sales: [ring: desk]}
        line-groups: {outside: {lines: [voip, main-1, backup]}}
        outbound: [{prefix: 9, digits: 7-11, over: outside}]
        sip:
          rtp-ports: 30000-30999
          public-address: 203.0.113.5
          domain: clinic.example
          trusted: [192.0.2.77/24, 2001:db8::/32, 198.51.100.1]
          tls: {certificate: prompts/welcome.wav, key: prompts/welcome.wav}
          session-timer: 5 min

        """;

    private static SiteModel Site => SiteTexts.Read(Text).Model!;

    [Fact]
    public void All_keys_of_a_trunk_are_read()
    {
        Assert.Empty(SiteTexts.Read(Text).Mistakes);
        var expected = new TrunkConfig("voip", new HostPort("sip.example.com", 5080), "day", [SipCodec.G722, SipCodec.Pcma])
        {
            Transport = TrunkTransport.Tls,
            User = "3125550100",
            AuthUser = "abc@example.com",
            Registers = false,
            FromDomain = "example.com",
            OutboundProxy = new HostPort("2001:db8::1", 5061),
            Number = "+13125550100",
            NightFlow = "night",
            Numbers =
            [
                new TrunkNumber("+13125550101", "sales", null),
                new TrunkNumber("+13125550102", "sales", "day"),
                new TrunkNumber("+13125550103", "day", "sales"),
                new TrunkNumber("+13125550104", "day", "night"),
            ],
            Channels = 12,
            Encryption = MediaEncryption.Demanded,
            CallerNumber = new CallerNumberConfig(CallerNumberHeader.RemotePartyId, CallerNumberFormat.National),
            HidesNumber = true,
            Dtmf = DtmfMode.Info,
            Check = null,
        };
        Assert.Equal(expected, Site.Trunks["voip"]);
        Assert.Equal(["voip", "main-1", "backup"], Site.LineGroups["outside"].Lines.ToArray());
    }

    [Fact]
    public void What_a_trunk_leaves_out_gets_its_default() => Assert.Equal(
        new TrunkConfig("backup", new HostPort("192.0.2.10", null), "day", [SipCodec.Pcmu, SipCodec.Pcma])
        {
            Channels = 4,
            CallerNumber = new CallerNumberConfig(CallerNumberHeader.PAssertedIdentity, CallerNumberFormat.PlusE164),
            Check = TimeSpan.FromSeconds(60),
        },
        Site.Trunks["backup"]);

    [Fact]
    public void A_trunk_with_an_account_registers_under_its_user_unless_told_otherwise()
    {
        var trunk = SiteTexts.Read(Text.Replace("192.0.2.10,", "192.0.2.10, user: me,", StringComparison.Ordinal)).Model!.Trunks["backup"];
        Assert.Equal((true, "me", "me"), (trunk.Registers, trunk.User, trunk.AuthUser));
    }

    [Fact]
    public void A_phone_is_on_a_port_or_registers_by_sip()
    {
        Assert.Equal(new PhoneConfig("101", "fxs1", "Front desk", "Reception", CallWaiting: true), Site.Phones["101"]);
        Assert.Equal(
            new PhoneConfig("105", null, "Lab", "Room 9", CallWaiting: false)
            {
                Sip = new SipPhoneConfig([SipCodec.G722], MediaEncryption.Offered, 2, DtmfMode.InBand),
            },
            Site.Phones["105"]);
        Assert.Equal(
            new PhoneConfig("106", null, "Home office", "Elm Street 5", CallWaiting: true)
            {
                Sip = new SipPhoneConfig([SipCodec.Pcmu, SipCodec.Pcma, SipCodec.G722], MediaEncryption.No, 5, DtmfMode.Auto),
            },
            Site.Phones["106"]);
    }

    [Theory]
    [InlineData("192.168.1.50", "192.168.1.50:5060")]
    [InlineData("192.168.1.50:5080", "192.168.1.50:5080")]
    [InlineData("\"[fd00::5]:5060\"", "[fd00::5]:5060")]
    public void A_device_that_does_not_register_is_where_the_site_says(string written, string expected)
    {
        var site = SiteTexts.Read(Text.Replace("sip: yes,", $"sip: yes, address: {written},", StringComparison.Ordinal)).Model!;
        Assert.Equal(IPEndPoint.Parse(expected), site.Phones["106"].Sip!.Address);
    }

    [Fact]
    public void Codecs_begin_with_the_law_of_the_country()
    {
        var site = SiteTexts.Read(Text.Replace("country: US", "country: DE", StringComparison.Ordinal)).Model!;
        Assert.Equal([SipCodec.Pcma, SipCodec.Pcmu, SipCodec.G722], site.Phones["106"].Sip!.Codecs);
        Assert.Equal([SipCodec.Pcma, SipCodec.Pcmu], site.Trunks["backup"].Codecs);
    }

    [Fact]
    public void All_keys_of_the_section_sip_are_read() => Assert.Equal(
        new SipConfig(new PortRange(30_000, 30_999), "clinic.example", TimeSpan.FromMinutes(5))
        {
            PublicAddress = IPAddress.Parse("203.0.113.5"),
            Trusted = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("198.51.100.1/32")],
            Tls = new TlsFiles("prompts/welcome.wav", "prompts/welcome.wav"),
        },
        Site.Sip);

    [Fact]
    public void Without_the_section_sip_its_defaults_hold()
    {
        var sip = SiteTexts.Read(SiteTexts.Clinic).Model!.Sip;
        Assert.Equal(new SipConfig(new PortRange(20_000, 20_999), "switchhook", TimeSpan.FromMinutes(30)), sip);
        Assert.Equal((500, null, 0), (sip.RtpPorts.Pairs, sip.Tls, sip.Trusted.Count));
    }

    [Theory]
    [InlineData("+13125550101", "sales")]
    [InlineData("13125550101", "sales")]
    [InlineData("3125550101", "sales")]
    [InlineData("0312 555-0101", "sales")]
    [InlineData("0101", "sales")]
    [InlineData("+43125550101", "day")]
    [InlineData("01", "day")]
    [InlineData("+13125550100", "day")]
    [InlineData("555", "day")]
    [InlineData("", "day")]
    [InlineData(null, "day")]
    public void A_call_takes_the_route_of_the_number_that_was_called_however_the_provider_writes_it(string? called, string flow) =>
        Assert.Equal(flow, Site.Trunks["voip"].FlowBy(called, night: false));

    [Theory]
    [InlineData("+13125550100", "night")]
    [InlineData("+13125550101", "sales")]
    [InlineData("+13125550102", "day")]
    [InlineData("+13125550103", "sales")]
    [InlineData("+13125550104", "night")]
    public void By_night_the_way_of_the_number_is_taken_else_the_way_of_the_trunk(string called, string flow) =>
        Assert.Equal(flow, Site.Trunks["voip"].FlowBy(called, night: true));

    [Fact]
    public void Last_digits_that_fit_two_numbers_fit_none()
    {
        var trunk = new TrunkConfig("voip", new HostPort("sip.example.com", null), "day", [SipCodec.Pcmu])
        {
            Numbers = [new TrunkNumber("+13125550101", "sales", null), new TrunkNumber("+16305550101", "sales", null)],
        };
        Assert.Null(trunk.NumberOf("5550101"));
        Assert.Equal("+16305550101", trunk.NumberOf("6305550101")!.Number);
    }

    [Fact]
    public void The_summary_counts_trunks_and_sip_phones() => Assert.StartsWith(
        "Clinic (US): 1 line, 2 trunks, 3 phones (2 by SIP), 1 hunt group", SiteSummary.Of(Site), StringComparison.Ordinal);

    [Theory]
    [InlineData("server: 192.0.2.10", "server: 192.0.2.11", "Trunk backup: server 192.0.2.10 → 192.0.2.11.")]
    [InlineData("channels: 12", "channels: 8", "Trunk voip: channels 12 → 8.")]
    [InlineData("check: off", "check: 30 s", "Trunk voip: check off → 30 s.")]
    [InlineData("format: national", "format: as-is", "Trunk voip: caller number remote-party-id as national → remote-party-id as as-is.")]
    [InlineData("contacts: 2", "contacts: 3", "Phone 105: contacts 2 → 3.")]
    [InlineData("codecs: [g722]", "codecs: [g722, pcmu]", "Phone 105: codecs g722 → g722 pcmu.")]
    [InlineData("30000-30999", "30000-31999", "SIP: RTP ports 30000-30999 → 30000-31999.")]
    [InlineData("session-timer: 5 min", "session-timer: 90 s", "SIP: session timer 5 min → 90 s.")]
    [InlineData(
        "sip: yes, name: Home office",
        "port: fxs2, name: Home office",
        "Phone 106: SIP yes → none, codecs pcmu pcma g722 → none, encryption no → none, contacts 5 → none, DTMF auto → none, "
            + "port none → fxs2, message lamp none → stutter fsk.")]
    public void A_changed_value_is_told_in_words(string old, string current, string sentence) => Assert.Equal(
        [sentence], SiteDiff.Between(Site, SiteTexts.Read(Text.Replace(old, current, StringComparison.Ordinal)).Model!));

    [Fact]
    public void A_new_trunk_is_told_whole()
    {
        var before = SiteTexts.Read(Text.Replace("voip, main-1, backup", "voip, main-1", StringComparison.Ordinal)
            .Replace("  backup: {server: 192.0.2.10, route: day}\n", "", StringComparison.Ordinal)).Model!;
        Assert.Equal(
            "Trunk backup is new: server 192.0.2.10, transport by DNS, user none, auth user none, register no, from domain none, "
                + "outbound proxy none, number none, route day, night none, numbers none, channels 4, codecs pcmu pcma, encryption no, "
                + "caller number p-asserted-identity as plus-e164, hide number no, DTMF auto, check 1 min.",
            SiteDiff.Between(before, Site)[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_gives_mistakes_or_a_site_and_never_breaks_the_reader(int seed)
    {
        const string Marks = "{}[]:,-#\"' \nax0159+./@xF";
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var text = Text.ToCharArray();
            for (var slips = random.Next(1, 4); slips > 0; slips--)
            {
                text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            }

            var result = SiteTexts.Read(new string(text));
            Assert.Equal(result.Model is null, result.Errors.Any());
        }
    }

    [Fact]
    public void Configurations_are_equal_by_value_so_that_an_unchanged_one_keeps_its_station()
    {
        Assert.Empty(SiteDiff.Between(Site, Site));
        Assert.Equal(Site.Trunks["voip"], Site.Trunks["voip"]);
        Assert.Equal(Site.Trunks["voip"].GetHashCode(), Site.Trunks["voip"].GetHashCode());
        Assert.Equal(Site.Phones["105"], Site.Phones["105"]);
        Assert.Equal(Site.Sip, Site.Sip);
    }
}

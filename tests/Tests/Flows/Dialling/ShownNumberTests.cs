using System.Net;
using Switchhook.Calls.Journal;
using Switchhook.Sip.Transport;
using Switchhook.Site;
using Switchhook.Site.Outbound;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>What a provider is told of who calls, and in which order providers are tried.</summary>
public sealed class ShownNumberTests : IDisposable
{
    private static readonly OutboundRule Rule = new("9", [""], 7, 15, "cheap");

    private static readonly TrunkConfig Trunk = new("voip", new HostPort("192.0.2.90", 5060), "day", [SipCodec.Pcmu])
    {
        Transport = TrunkTransport.Udp,
        User = "account",
        Number = "+13125550199",
        Numbers = [new TrunkNumber("+13125550177", "day", null)],
        Check = null,
    };

    private TestBox? _box;
    private ScriptedPeer? _cheap;
    private ScriptedPeer? _dear;

    private TestBox Box => _box!;

    public void Dispose() => _box?.Dispose();

    [Theory]
    [InlineData(null, null, "+13125550199")]
    [InlineData("+13125550177", null, "+13125550177")]
    [InlineData("+13125550177", "+13125550199", "+13125550199")]
    [InlineData("+13125550100", null, "+13125550199")]
    public void The_rule_goes_before_the_phone_and_a_number_of_others_is_not_shown(string? phone, string? rule, string shown)
    {
        var invite = Invite(Trunk, phone, rule);
        Assert.Equal($"<sip:{shown}@192.0.2.90>", invite["P-Asserted-Identity"]);
        Assert.StartsWith("<sip:account@192.0.2.90>", invite["From"], StringComparison.Ordinal);
        Assert.Equal("", invite["Privacy"]);
    }

    [Fact]
    public void Where_the_provider_wants_it_in_From_it_stands_there()
    {
        var invite = Invite(
            Trunk with { CallerNumber = new CallerNumberConfig(CallerNumberHeader.From, CallerNumberFormat.E164) }, "+13125550177", null);
        Assert.StartsWith("<sip:13125550177@192.0.2.90>", invite["From"], StringComparison.Ordinal);
        Assert.Equal("", invite["P-Asserted-Identity"]);
    }

    [Fact]
    public void An_anonymous_call_tells_the_number_to_the_provider_alone()
    {
        var invite = Invite(Trunk, ShownNumber.Anonymous, null);
        Assert.Contains("<sip:anonymous@anonymous.invalid>", invite["From"], StringComparison.Ordinal);
        Assert.Equal("<sip:+13125550199@192.0.2.90>", invite["P-Asserted-Identity"]);
        Assert.Equal("id", invite["Privacy"]);
        Assert.Contains(Box.Entries<LegStarted>(), leg => leg.Why.EndsWith("It is to show no number.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_is_to_be_shown_goes_before_a_trunk_that_hides_it()
    {
        Assert.Equal("", Invite(Trunk with { HidesNumber = true }, "+13125550177", null)["Privacy"]);
    }

    [Fact]
    public void A_call_for_help_shows_the_number_whatever_else_is_hidden()
    {
        var invite = Invite(Trunk with { HidesNumber = true }, ShownNumber.Anonymous, null, "911");
        Assert.StartsWith("<sip:account@192.0.2.90>", invite["From"], StringComparison.Ordinal);
        Assert.Equal("<sip:+13125550199@192.0.2.90>", invite["P-Asserted-Identity"]);
        Assert.Equal("", invite["Privacy"]);
    }

    [Fact]
    public void The_cheapest_is_tried_first_and_the_next_shows_a_number_of_its_own()
    {
        var invite = Invite(Trunk, "+13125550177", null);
        _cheap!.Answer(invite, 503);
        var second = Next(_dear!);
        Assert.StartsWith("INVITE sip:3125550142@192.0.2.91", second.Text, StringComparison.Ordinal);
        Assert.Equal("<sip:+13125550500@192.0.2.91>", second["P-Asserted-Identity"]);
    }

    private PeerMessage Invite(TrunkConfig trunk, string? phone, string? rule, string digits = "93125550142")
    {
        var site = Sites.Clinic();
        var dear = Trunk with { Name = "xtra", Server = new HostPort("192.0.2.91", 5060), Number = "+13125550500", Numbers = [] };
        var groups = site.LineGroups.Clear()
            .Add("cheap", new LineGroupConfig("cheap", ["voip"], LineOrder.Ascending))
            .Add("outside", new LineGroupConfig("outside", ["xtra"], LineOrder.Ascending));
        _box = new TestBox(site with
        {
            Lines = site.Lines.Clear(),
            LineGroups = groups,
            Outbound = [Rule with { Then = ["outside"], Show = rule is null ? null : ShownNumber.Parse(rule) }],
            Phones = site.Phones.SetItem(
                "101", site.Phones["101"] with { Show = phone is null ? null : ShownNumber.Parse(phone) }),
        });
        Box.Network.Secrets["trunk/voip"] = "word";
        Box.Network.Secrets["trunk/xtra"] = "word";
        (_cheap, _dear) = (Join("192.0.2.90:5060"), Join("192.0.2.91:5060"));
        var model = Box.Core.Site.Model;
        var with = Box.Core.Site with { Model = model with { Trunks = model.Trunks.Add("voip", trunk).Add("xtra", dear) } };
        Box.Driver.Do(() => Box.Core.Apply(with, "the test", "trunks"));
        Box.Advance(1);
        Box.Phone(1).Lift();
        Box.Advance(1);
        Box.Phone(1).Dial(digits);
        return Next(_cheap);
    }

    private PeerMessage Next(ScriptedPeer provider)
    {
        PeerMessage? invite = null;
        Box.Until(() => (invite ??= provider.TryTake("INVITE")) is not null, 15, "The provider is called");
        return invite!;
    }

    private ScriptedPeer Join(string address) => new(
        Box.Driver, Box.Network.Messages.Join(address), new Hop(TransportKind.Udp, IPEndPoint.Parse(TestNetwork.BoxAddress)), "provider");
}

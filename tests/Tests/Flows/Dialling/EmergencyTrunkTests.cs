using System.Net;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Sip.Transport;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>Calls for help where trunks are down, and where all is.</summary>
public sealed class EmergencyTrunkTests : IDisposable
{
    private const string Provider = "192.0.2.90:5060";

    private const string Sound =
        "v=0\r\no=- 1 1 IN IP4 192.0.2.90\r\ns=-\r\nc=IN IP4 192.0.2.90\r\nt=0 0\r\nm=audio 30000 RTP/AVP 0\r\n";

    private static readonly TrunkConfig Trunk = new("voip", new HostPort("192.0.2.90", 5060), "day", [SipCodec.Pcmu])
    {
        Transport = TrunkTransport.Udp,
        Number = "+13125550199",
        Check = null,
    };

    private TestBox? _box;

    private TestBox Box => _box!;

    public void Dispose() => _box?.Dispose();

    [Fact]
    public void A_trunk_that_is_down_is_passed_over_for_an_analog_line()
    {
        Use(Trunk with { Check = TimeSpan.FromSeconds(10) }, lines: true);
        IsUnreachable("192.0.2.90");
        Dial("911");
        Box.Until(() => Box.Line(1).DialledDigits == "911", 10, "911 is dialled");
        Assert.DoesNotContain(Box.Entries<LegStarted>(), leg => leg.Party == Party.Trunk("voip"));
    }

    [Fact]
    public void A_trunk_that_does_not_answer_when_asked_is_tried_all_the_same_where_nothing_else_is()
    {
        var provider = Use(Trunk with { Check = TimeSpan.FromSeconds(10) }, lines: false);
        IsUnreachable("192.0.2.90");
        provider.Forget();
        Dial("911");
        Answer(provider);
        Assert.Contains(Box.Entries<LegStarted>(), leg => leg.Why.Contains("does not seem to work", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trunk_that_has_lost_its_registration_is_tried_all_the_same_where_nothing_else_is()
    {
        var provider = Use(Trunk with { User = "box", Registers = true }, lines: false, secret: "word");
        var register = provider.Expect("REGISTER");
        provider.Answer(register, 403);
        IsUnreachable("refuses the account");
        provider.Forget();
        Dial("911");
        Answer(provider);
    }

    [Fact]
    public void A_trunk_that_stays_silent_gives_way_within_three_seconds_to_a_line_that_another_call_has()
    {
        Use(Trunk, lines: true);
        for (var n = 2; n <= 4; n++)
        {
            Box.Line(n).Unplug();
        }

        Box.Advance(3);
        Box.Phone(2).Lift();
        Box.Advance(1);
        Box.Phone(2).Dial("95550142#");
        Box.Until(() => Box.Line(1).DialledDigits == "5550142", 10, "The only line is in use");
        Box.Advance(3);

        Dial("911");
        Box.Until(() => Box.Line(1).DialledDigits == "911", 20, "The call out gives way");
        var (tried, taken) = (At(Party.Trunk("voip")), At(Party.Line("main-1")));
        Assert.InRange((taken - tried).TotalSeconds, 3, 12);
        Assert.Single(Box.Entries<CallEnded>(), call => call.Cause.Code == CauseCode.Preempted);
    }

    [Fact]
    public void All_is_down_and_a_line_comes_back_while_the_user_waits()
    {
        Use(null, lines: true);
        for (var n = 1; n <= 4; n++)
        {
            Box.Line(n).Unplug();
        }

        Box.Advance(5);
        Dial("911");
        Box.Advance(10);
        Assert.Contains(Box.Entries<StepTaken>(), step => step.Why.StartsWith("No line works", StringComparison.Ordinal));
        Assert.Empty(Box.Entries<EmergencyEnded>());

        Box.Line(3).PlugIn();
        Box.Until(() => Box.Line(3).DialledDigits == "911", 20, "911 is dialled");
        Box.Phone(1).HangUp();
        Box.Until(() => Box.Entries<EmergencyEnded>().Any(), 10, "Its end is told");
        Assert.Equal("main-3", Box.Entries<EmergencyEnded>().Single().Line);
    }

    [Fact]
    public void All_is_down_and_stays_so_and_the_journal_tells()
    {
        Use(null, lines: false);
        Dial("911");
        Box.Until(() => Box.Entries<EmergencyEnded>().Any(), 60, "Its end is told");
        Assert.Null(Box.Entries<EmergencyEnded>().Single().Line);
        Assert.Equal(CauseCode.NoLine, Box.Entries<CallEnded>().Single().Cause.Code);
    }

    private void Answer(ScriptedPeer provider)
    {
        PeerMessage? invite = null;
        Box.Until(() => (invite ??= provider.TryTake("INVITE")) is not null, 10, "The provider is called");
        Assert.StartsWith("INVITE sip:911@", invite!.Text, StringComparison.Ordinal);
        provider.Answer(invite, 200, body: Sound);
        Box.Until(() => Box.Entries<CallConnected>().Any(by => by.By == Party.Trunk("voip")), 5, "The two talk");
        Assert.Single(Box.Entries<EmergencyCalled>());
    }

    private void IsUnreachable(string why) => Box.Until(
        () => Box.Entries<LineChanged>().Last(one => one.Line == "voip") is { Status: LineStatus.Unreachable } told
            && told.Why.Contains(why, StringComparison.Ordinal),
        30,
        "The trunk is down");

    private DateTimeOffset At(Party party) =>
        Box.Journal.First(one => one.Entry is LegStarted leg && leg.Party == party && leg.Why.Contains("911", StringComparison.Ordinal)).At;

    private void Dial(string digits)
    {
        Box.Phone(1).Lift();
        Box.Advance(1);
        Box.Phone(1).Dial(digits);
    }

    private ScriptedPeer Use(TrunkConfig? trunk, bool lines, string? secret = null)
    {
        var site = Sites.Clinic();
        _box = new TestBox(
            lines ? site : site with { Lines = site.Lines.Clear(), LineGroups = site.LineGroups.Clear(), Outbound = [] });
        var provider = new ScriptedPeer(
            Box.Driver,
            Box.Network.Messages.Join(Provider),
            new Hop(TransportKind.Udp, IPEndPoint.Parse(TestNetwork.BoxAddress)),
            "provider");
        if (secret is not null)
        {
            Box.Network.Secrets["trunk/voip"] = secret;
        }

        if (trunk is not null)
        {
            var model = Box.Core.Site.Model;
            var with = Box.Core.Site with { Model = model with { Trunks = model.Trunks.Add("voip", trunk) } };
            Box.Driver.Do(() => Box.Core.Apply(with, "the test", "a trunk"));
        }

        return provider;
    }
}

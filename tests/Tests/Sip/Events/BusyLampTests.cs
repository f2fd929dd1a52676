using System.Globalization;
using System.Xml.Linq;
using Switchhook.Calls.Live;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Sip.Events;

/// <summary>Phones that watch others, at a whole box (RFC 6665, RFC 4235).</summary>
public sealed class BusyLampTests : IDisposable
{
    private const string CallerNumber = "3125550142";
    private const string Dialogs = "Event: dialog\nAccept: application/dialog-info+xml\nExpires: 300\n";

    private static readonly XNamespace Info = "urn:ietf:params:xml:ns:dialog-info";

    private readonly TestBox _box = new(SipSites.Clinic());
    private readonly WatchingPhone _phone;

    public BusyLampTests() => _phone = new WatchingPhone(_box, "105", "192.0.2.50:5060");

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_lamp_follows_an_analog_phone_that_rings_talks_and_is_free()
    {
        var accepted = _phone.Subscribe("101", Dialogs);
        Assert.Equal((200, "300"), (accepted.Status, accepted["Expires"]));
        var first = _phone.News();
        Assert.Equal("application/dialog-info+xml", first["Content-Type"]);
        Assert.Equal("dialog", first["Event"]);
        Assert.Equal("active;expires=300", first["Subscription-State"]);
        Assert.Equal("terminated", StateIn(first));

        _box.Line(1).Ring(new SimulatedCaller { Number = CallerNumber });
        Assert.Equal("early", StateIn(_phone.News(within: TimeSpan.FromSeconds(10))));
        _box.Phone(1).Lift();
        Assert.Equal("confirmed", StateIn(_phone.News()));
        _box.Phone(1).HangUp();
        var last = _phone.News(within: TimeSpan.FromSeconds(10));

        Assert.Equal("terminated", StateIn(last));
        Assert.Equal("sip:101@switchhook", Document(last).Attribute("entity")!.Value);
        Assert.Equal("3", Document(last).Attribute("version")!.Value);
    }

    [Fact]
    public void Nothing_in_a_lamp_tells_who_talks_with_whom()
    {
        _phone.Subscribe("101", Dialogs);
        _phone.News();
        _box.Line(1).Ring(new SimulatedCaller { Number = CallerNumber });

        Assert.DoesNotContain(CallerNumber, _phone.News(within: TimeSpan.FromSeconds(10)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_password_watches_nothing_and_learns_not_who_is_there()
    {
        var wrong = _phone.Subscribe("101", Dialogs, password: "wrong");
        var unknown = new WatchingPhone(_box, "199", "192.0.2.51:5060").Subscribe("101", Dialogs, password: "wrong");

        Assert.Equal(403, wrong.Status);
        Assert.Equal(wrong.FirstLine, unknown.FirstLine);
        _phone.Peer.ExpectNothing(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void What_cannot_be_watched_is_refused_with_what_can()
    {
        Assert.Equal(404, _phone.Subscribe("199", Dialogs, callId: "a").Status);
        var presence = _phone.Subscribe("101", "Event: presence\n", callId: "b");
        Assert.Equal((489, "dialog, message-summary"), (presence.Status, presence["Allow-Events"]));
        Assert.Equal(489, _phone.Subscribe("101", "", callId: "c").Status);
        var kind = _phone.Subscribe("101", "Event: dialog\nAccept: text/plain\n", callId: "d");
        Assert.Equal((406, "application/dialog-info+xml"), (kind.Status, kind["Accept"]));
        var brief = _phone.Subscribe("101", "Event: dialog\nExpires: 10\n", callId: "e");
        Assert.Equal((423, "60"), (brief.Status, brief["Min-Expires"]));
        Assert.Equal(400, _phone.Subscribe("101", "Event: dialog\nExpires: soon\n", callId: "f").Status);
    }

    [Fact]
    public void Who_asks_for_nothing_or_too_much_is_told_for_ten_minutes()
    {
        Assert.Equal("600", _phone.Subscribe("101", "Event: dialog\n", callId: "a")["Expires"]);
        _phone.News();
        Assert.Equal("600", _phone.Subscribe("102", "Event: dialog\nExpires: 999999\n", callId: "b")["Expires"]);
    }

    [Fact]
    public void A_subscription_that_is_asked_for_again_goes_on_and_one_that_is_not_ends()
    {
        var accepted = _phone.Subscribe("101", Dialogs);
        _phone.News();
        _box.Driver.Advance(TimeSpan.FromSeconds(200));
        Assert.Equal(200, _phone.Again(accepted, Dialogs).Status);
        Assert.StartsWith("active;", _phone.News()["Subscription-State"], StringComparison.Ordinal);

        _box.Driver.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal("terminated;reason=timeout", _phone.News(within: TimeSpan.FromSeconds(3))["Subscription-State"]);
        Assert.Equal(481, _phone.Again(accepted, Dialogs).Status);
    }

    [Fact]
    public void Who_unsubscribes_is_told_once_more_and_then_nothing()
    {
        var accepted = _phone.Subscribe("101", Dialogs);
        _phone.News();

        Assert.Equal((200, "0"), (_phone.Again(accepted, "Event: dialog\nExpires: 0\n") is var done ? done.Status : 0, done["Expires"]));
        var last = _phone.News();
        Assert.Equal(("terminated;reason=timeout", "terminated"), (last["Subscription-State"], StateIn(last)));
        _box.Line(1).Ring(new SimulatedCaller { Number = CallerNumber });
        _phone.Peer.ExpectNothing(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Expires_0_tells_the_state_once()
    {
        Assert.Equal(200, _phone.Subscribe("101", "Event: dialog\nExpires: 0\n").Status);
        Assert.StartsWith("terminated;", _phone.News()["Subscription-State"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(481, "", false)]
    [InlineData(500, "", false)]
    [InlineData(503, "Retry-After: 5\n", true)]
    public void Who_refuses_a_notice_gets_no_more_of_them_unless_it_names_a_time(int status, string more, bool goesOn)
    {
        var accepted = _phone.Subscribe("101", Dialogs);
        _phone.News(status, more);
        _box.Driver.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(goesOn ? 200 : 481, _phone.Again(accepted, Dialogs).Status);
    }

    [Fact]
    public void Who_is_silent_is_given_up()
    {
        var accepted = _phone.Subscribe("101", Dialogs);
        _box.Driver.Advance(TimeSpan.FromSeconds(40));
        _phone.Peer.Forget();

        Assert.Equal(481, _phone.Again(accepted, Dialogs).Status);
    }

    [Fact]
    public void Quick_changes_are_told_once_a_second_and_the_last_one_always()
    {
        _phone.Subscribe("101", Dialogs);
        _phone.News();
        var started = _box.Driver.Time.GetUtcNow();
        for (var i = 0; i < 20; i++)
        {
            _box.Phone(1).Lift();
            _box.Driver.Advance(TimeSpan.FromMilliseconds(200));
            _box.Phone(1).HangUp();
            _box.Driver.Advance(TimeSpan.FromMilliseconds(200));
        }

        var told = new List<PeerMessage>();
        _box.Driver.Advance(TimeSpan.FromSeconds(2));
        while (_phone.Peer.TryTake("NOTIFY") is { } notify)
        {
            told.Add(notify);
        }

        Assert.True(told.Count <= (_box.Driver.Time.GetUtcNow() - started).TotalSeconds + 1, $"{told.Count} notices");
    }

    [Fact]
    public void A_phone_has_no_more_subscriptions_than_the_keys_of_any_and_is_told_when_to_try_again()
    {
        var refused = Enumerable.Range(0, 260)
            .Select(i => _phone.Subscribe("101", "Event: dialog\nExpires: 300\n", callId: i.ToString(CultureInfo.InvariantCulture)))
            .TakeWhile(answer => Take(answer))
            .Count();

        Assert.Equal(240, refused);

        bool Take(PeerMessage answer)
        {
            if (answer.Status == 200)
            {
                _phone.News();
                return true;
            }

            Assert.Equal((503, "60"), (answer.Status, answer["Retry-After"]));
            return false;
        }
    }

    [Fact]
    public void A_phone_that_is_taken_out_of_the_site_ends_the_lamps_that_watch_it_and_those_that_it_watches()
    {
        var other = new WatchingPhone(_box, "106", "192.0.2.51:5060");
        _phone.Subscribe("106", Dialogs);
        _phone.News();
        other.Subscribe("101", Dialogs);
        other.News();

        var site = SipSites.Clinic();
        var office = site.Groups["office"];
        var without = site with
        {
            Phones = site.Phones.Remove("106"),
            Groups = site.Groups.SetItem("office", office with { Phones = ["101", "102"] }),
        };
        _box.Driver.Do(() => _box.Core.Apply(
            new SiteInForce(without, Sites.UnitedStates, PromptLibrary.Empty), "the test", "Another site."));

        Assert.Equal("terminated;reason=noresource", _phone.News()["Subscription-State"]);
        Assert.Equal("terminated;reason=rejected", other.News()["Subscription-State"]);
    }

    [Theory]
    [InlineData(PhoneStatus.Idle, null)]
    [InlineData(PhoneStatus.Ringing, true)]
    [InlineData(PhoneStatus.OffHook, false)]
    [InlineData(PhoneStatus.InCall, false)]
    [InlineData(PhoneStatus.LeftOffHook, false)]
    [InlineData(PhoneStatus.OutOfOrder, null)]
    [InlineData(PhoneStatus.NotRegistered, null)]
    public void Each_state_of_a_phone_has_its_light(PhoneStatus status, bool? blinks) =>
        Assert.Equal(blinks, Switchhook.Sip.Events.BusyLamps.Light(status, ringing: null)?.IsRinging);

    private static XElement Document(PeerMessage notify) => XDocument.Parse(notify.Body).Root!;

    private static string StateIn(PeerMessage notify) => Document(notify).Element(Info + "dialog")!.Element(Info + "state")!.Value;
}

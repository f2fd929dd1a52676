using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Registration;

/// <summary>Phones that register at a whole box, over a network in memory.</summary>
public sealed class RegistrarTests : IDisposable
{
    private readonly TestBox _box;
    private readonly RegisteringPhone _phone;

    public RegistrarTests()
    {
        _box = new TestBox(SipSites.Clinic());
        _phone = new RegisteringPhone(_box, "105", "192.0.2.50:5060");
    }

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_phone_with_the_right_password_is_registered_and_free()
    {
        var answer = _phone.RegisterHere();

        Assert.Equal(200, answer.Status);
        Assert.Equal("<sip:105@192.0.2.50:5060>;expires=600", answer["Contact"]);
        Assert.Equal(PhoneStatus.Idle, Status);
        Assert.Contains("Registered from udp 192.0.2.50:5060.", _box.Entries<PhoneChanged>().Select(one => one.Why));
    }

    [Fact]
    public void A_phone_whose_place_another_has_taken_while_it_talks_tells_no_more_of_it()
    {
        _phone.RegisterHere();
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial("105");
        _phone.Peer.Expect("INVITE", TimeSpan.FromSeconds(10));
        var site = SipSites.Clinic();
        var renamed = site with { Phones = site.Phones.SetItem("105", site.Phones["105"] with { Name = "Another name" }) };
        _box.Driver.Do(() => _box.Core.Apply(
            new SiteInForce(renamed, Sites.UnitedStates, PromptLibrary.Empty), "the test", "Another name."));
        _phone.Peer.Forget();
        var before = _box.Entries<PhoneChanged>().Count();

        _phone.Register("Contact: <sip:105@192.0.2.60:5060>\n", callId: "other-device");

        Assert.Equal(before + 1, _box.Entries<PhoneChanged>().Count());
    }

    [Fact]
    public void A_wrong_password_and_a_number_that_is_not_there_get_the_same_answer()
    {
        var wrong = _phone.Register($"Contact: {_phone.Peer.Contact}\n", password: "wrong");
        var nobody = new RegisteringPhone(_box, "199", "192.0.2.51:5060");
        var unknown = nobody.Register($"Contact: {nobody.Peer.Contact}\n", password: "wrong", callId: "of-nobody");

        Assert.Equal(403, wrong.Status);
        Assert.Equal(wrong.FirstLine, unknown.FirstLine);
        Assert.Equal(PhoneStatus.NotRegistered, Status);
    }

    [Fact]
    public void What_a_contact_says_of_its_time_goes_before_the_header_and_both_are_cut()
    {
        string Length(string wish) => _phone.Register($"Contact: <sip:105@192.0.2.50>{wish}\n").Parameter("Contact", "expires");

        Assert.Equal("120", Length(";expires=120\nExpires: 600"));
        Assert.Equal("7200", Length("\nExpires: 999999"));
        Assert.Equal("3600", Length(""));
        var brief = _phone.Register("Contact: <sip:105@192.0.2.50>\nExpires: 10\n");
        Assert.Equal((423, "60"), (brief.Status, brief["Min-Expires"]));
    }

    [Fact]
    public void Parameters_and_headers_of_a_contact_are_the_phones_own_and_come_back()
    {
        const string Contact = "<sip:105@192.0.2.50:5060;unknown=a;line=2?Route=%3Csip:p.example.com%3E>";

        Assert.StartsWith(Contact, _phone.Register($"Contact: {Contact}\n")["Contact"], StringComparison.Ordinal);
    }

    [Fact]
    public void All_devices_are_told_and_a_star_takes_all_away()
    {
        _phone.Register("Contact: <sip:105@192.0.2.50:5060>;q=0.2, <sip:105@192.0.2.60:5060>;q=0.9\n");
        var look = _phone.Register("");
        Assert.Equal(
            ["<sip:105@192.0.2.60:5060>", "<sip:105@192.0.2.50:5060>"], look.All("Contact").Select(contact => contact.Split(';')[0]));

        Assert.Equal(400, _phone.Register("Contact: *\nExpires: 60\n").Status);
        Assert.Empty(_phone.Register("Contact: *\nExpires: 0\n").All("Contact"));
        Assert.Equal(PhoneStatus.NotRegistered, Status);
    }

    [Fact]
    public void A_device_that_comes_back_under_another_address_takes_the_place_of_its_old_one()
    {
        _phone.Register("Contact: <sip:105@192.0.2.50:5060>;+sip.instance=\"<urn:uuid:1>\"\n", callId: "first");
        var again = _phone.Register("Contact: <sip:105@192.0.2.50:6060>;+sip.instance=\"<urn:uuid:1>\"\n", callId: "second");

        Assert.StartsWith("<sip:105@192.0.2.50:6060>", Assert.Single(again.All("Contact")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_registration_that_comes_late_changes_nothing()
    {
        _phone.Register("Contact: <sip:105@192.0.2.50:5060>\n", sequence: 10);

        Assert.Equal(403, _phone.Register("Contact: <sip:105@192.0.2.50:5060>\nExpires: 0\n", sequence: 4).Status);
        Assert.Equal(PhoneStatus.Idle, Status);
    }

    [Fact]
    public void A_registration_runs_out_by_itself()
    {
        _phone.Register($"Contact: {_phone.Peer.Contact}\nExpires: 60\n");
        _box.Advance(58);
        Assert.Equal(PhoneStatus.Idle, Status);
        _box.Advance(4);

        Assert.Equal(PhoneStatus.NotRegistered, Status);
        Assert.Contains("Its registration ran out.", _box.Entries<PhoneChanged>().Select(one => one.Why));
    }

    [Fact]
    public void A_phone_behind_a_router_is_reached_where_it_sends_from_and_the_way_is_kept_open()
    {
        _phone.Register("Contact: <sip:105@10.0.0.7:5060>\n");
        _box.Advance(60);

        Assert.True(_phone.Peer.Wire.Received.Count(message => message.Text == "\r\n\r\n") >= 2);
    }

    [Fact]
    public void A_guesser_is_braked_and_the_phone_at_its_usual_place_is_not()
    {
        _phone.RegisterHere();
        var guesser = new RegisteringPhone(_box, "105", "198.51.100.9:5060");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(403, guesser.Register("Contact: <sip:105@198.51.100.9>\n", password: $"guess {i}").Status);
        }

        Assert.Equal(403, guesser.Register("Contact: <sip:105@198.51.100.9>\n").Status);
        Assert.Equal(200, _phone.RegisterHere().Status);
    }

    [Fact]
    public void Guessing_at_an_account_that_is_not_there_brings_a_ban_no_sooner_than_at_one_that_is()
    {
        int TriesUntilBan(string number, string address)
        {
            var guesser = new RegisteringPhone(_box, number, $"{address}:5060");
            var tries = 0;
            while (!_box.Entries<GuardActed>().Any(one => one.Act == "banned" && one.Who == address))
            {
                Assert.InRange(++tries, 1, 20);
                guesser.Register($"Contact: {guesser.Peer.Contact}\n", password: $"guess {tries}", callId: $"of-{address}");
            }

            return tries;
        }

        Assert.Equal(TriesUntilBan("105", "198.51.100.9"), TriesUntilBan("199", "198.51.100.10"));
    }

    private PhoneStatus Status => _box.Core.Stations.Phone("105")!.Status;
}

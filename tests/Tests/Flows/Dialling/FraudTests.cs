using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Voicemail;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>What swindlers try, and who is told.</summary>
public sealed class FraudTests : IDisposable
{
    private static readonly OutboundRule WithPin = new("9", [""], 7, 15, "outside") { Pin = "managers" };

    private TestBox _box = new(Told(Sites.Clinic()));

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData("919005550142", "premium number")]
    [InlineData("9011442079460958", "abroad (GB)")]
    public void Calls_are_not_sent_on_to_dear_numbers_and_whoever_tries_is_told_of(string to, string why)
    {
        Dial(1, $"*72{to}#");
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "It is refused");
        Assert.Contains(why, Assert.Single(_box.Entries<CallEnded>()).Cause.Words, StringComparison.Ordinal);
        Assert.Empty(_box.Entries<ForwardChanged>());
        Assert.Contains("attempts of fraud at phone 101", _box.Core.Live.Current.Faults.Keys);
        var told = Assert.Single(_box.Alerts.Tries);
        Assert.StartsWith("boss Somebody tried to send calls for phone 101 on", told, StringComparison.Ordinal);

        // A second try is no second message, and after an hour it is over.
        _box.Phone(1).HangUp();
        _box.Advance(3);
        Dial(1, $"*72{to}#");
        _box.Advance(5);
        Assert.Single(_box.Alerts.Tries);
        _box.Phone(1).HangUp();
        _box.Advance(FraudTries.Quiet.TotalSeconds + 1);
        Assert.Equal([true, false], _box.Entries<OutsideTried>().Select(tried => tried.On));
        Assert.DoesNotContain("attempts of fraud at phone 101", _box.Core.Live.Current.Faults.Keys);
    }

    [Fact]
    public void A_caller_who_wants_out_again_stays_in_and_is_told_of()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Phone(1).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");

        var caller = _box.Core.Calls.InProgress.Single().Legs.Single(leg => leg.Party.IsOutside);
        _box.Driver.Do(() => _box.Driver.Loop.Watch(_box.Core.Switchboard.BlindTransferAsync(caller, "93125550100")));
        _box.Advance(2);

        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party == Party.Line("main-2"));
        var tried = Assert.Single(_box.Entries<OutsideTried>());
        Assert.Equal((null, "main-1"), (tried.Phone, tried.Line));
        Assert.Contains(_box.Alerts.Tries, told => told.StartsWith("boss A caller tried to call out", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phone_that_goes_on_dialling_what_no_rule_allows_is_stopped_with_an_alarm()
    {
        for (var n = 0; n <= FraudGuard.RefusedInAnHour; n++)
        {
            Assert.Empty(_box.Entries<OutsideStopped>());
            Dial(1, $"91900555{n:0000}#");
            _box.Until(() => _box.Entries<CallEnded>().Count() == n + 1, 15, "It is refused");
            _box.Phone(1).HangUp();
            _box.Advance(3);
        }

        Assert.Contains("dear numbers", Assert.Single(_box.Entries<OutsideStopped>()).Why, StringComparison.Ordinal);
        Assert.Contains(_box.Alerts.Tries, told => told.StartsWith("boss Calls of phone 101", StringComparison.Ordinal));
        Dial(1, "95550142#");
        _box.Until(() => _box.Entries<CallEnded>().Count() == FraudGuard.RefusedInAnHour + 2, 15, "Nor does it call others now");
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    [Fact]
    public void A_message_from_a_premium_number_is_not_called_back()
    {
        using var mail = new MailboxBox();
        mail.Leave(1, number: "19005550142");
        mail.Dial(1, "*97");
        mail.Box.Advance(10);
        mail.Press(1, "4", 8);
        mail.HangUp(1);
        Assert.DoesNotContain(mail.Box.Entries<LegStarted>(), leg => leg.Party.IsOutside && leg.Origin == LegOrigin.Box);
        Assert.Contains(mail.Box.Entries<CallEnded>(), call => call.Cause.Words.Contains("premium number", StringComparison.Ordinal));
    }

    [Fact]
    public void The_right_PIN_lets_a_call_out_and_stands_nowhere()
    {
        UsePin();
        Dial(1, "93125550142#");
        _box.Advance(2);
        _box.Phone(1).Dial("1111#");
        _box.Until(() => Notes("was wrong") == 1, 10, "The first PIN is wrong");
        _box.Advance(1);
        _box.Phone(1).Dial("470815#");
        _box.Until(() => _box.Line(1).DialledDigits == "3125550142", 15, "The number is dialled");
        Assert.Equal(1, Notes("was right"));
        Assert.DoesNotContain("470815", _box.JournalText, StringComparison.Ordinal);
        Assert.DoesNotContain("1111", _box.JournalText, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_wrong_PINs_end_the_call_and_five_stop_the_phone_with_an_alarm()
    {
        UsePin();
        Dial(1, "93125550142#");
        WrongPins(3);
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call is refused");
        Assert.Empty(_box.Entries<OutsideStopped>());
        _box.Phone(1).HangUp();
        _box.Advance(3);

        Dial(1, "93125550142#");
        WrongPins(2);
        _box.Until(() => _box.Entries<OutsideStopped>().Any(), 10, "The phone is stopped");
        Assert.Contains("wrong PINs", _box.Entries<OutsideStopped>().Single().Why, StringComparison.Ordinal);
        Assert.Contains(_box.Alerts.Tries, told => told.StartsWith("boss Calls of phone 101", StringComparison.Ordinal));
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    [Fact]
    public void The_front_desk_lifts_a_stop_by_its_code_and_nobody_else_does()
    {
        var until = _box.Driver.Time.GetUtcNow() + TimeSpan.FromHours(1);
        _box.Driver.Do(() => _box.Core.Switchboard.Gate.Restore([new OutsideStopped("102", until, "Odd.")]));
        Dial(3, "*48102");
        _box.Advance(3);
        Assert.Single(_box.Core.Switchboard.Gate.Stopped());
        _box.Phone(3).HangUp();

        Dial(1, "*48102");
        _box.Until(() => _box.Entries<OutsideStopped>().Last().Until is null, 10, "The front desk lifts it");
        Assert.Contains("phone 101", _box.Entries<OutsideStopped>().Last().Why, StringComparison.Ordinal);
        Assert.Empty(_box.Core.Switchboard.Gate.Stopped());
        Assert.DoesNotContain("calls out of phone 102", _box.Core.Live.Current.Faults.Keys);
        Dial(2, "95550142#");
        _box.Until(() => _box.Entries<LegStarted>().Any(leg => leg.Party.IsOutside), 10, "It calls out again");
    }

    private static SiteModel Told(SiteModel site) => site with
    {
        Alerts = ImmutableSortedDictionary<string, AlertConfig>.Empty.Add(
            "boss", new AlertConfig("boss", new AlertWay.Webhook(new Uri("https://example.com/hook")))),
    };

    private int Notes(string words) => _box.Entries<StepTaken>().Count(step => step.Why.Contains(words, StringComparison.Ordinal));

    private void WrongPins(int count)
    {
        for (var n = 0; n < count; n++)
        {
            var before = Notes("was wrong");
            _box.Advance(2);
            _box.Phone(1).Dial("1111#");
            _box.Until(() => Notes("was wrong") > before, 10, "The PIN is wrong");
        }
    }

    private void UsePin()
    {
        _box.Dispose();
        _box = new TestBox(Told(Sites.Clinic() with { Outbound = [WithPin] }));
        _box.Network.Secrets["pin/managers"] = "470815";
    }

    private void Dial(int phone, string digits)
    {
        _box.Phone(phone).Lift();
        _box.Advance(1);
        _box.Phone(phone).Dial(digits);
    }
}

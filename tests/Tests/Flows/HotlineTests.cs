using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows;

/// <summary>Callers on simulated lines, phones on simulated ports, and everything between them as in the daemon.</summary>
public sealed class HotlineTests : IDisposable
{
    private TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_caller_rings_is_answered_and_the_call_is_told_in_the_journal()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142", Name = "ALICE" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Phone(1).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
        _box.Advance(5);
        _box.Line(1).HangUp();
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call ends");

        var start = Assert.Single(_box.Entries<CallStarted>());
        Assert.Equal((CallDirection.Inbound, "3125550142", "ALICE"), (start.Direction, start.CallerNumber, start.CallerName));
        Assert.Equal(Party.Phone("101"), Assert.Single(_box.Entries<CallConnected>()).By);
        Assert.Equal(CauseCode.HungUp, Assert.Single(_box.Entries<CallEnded>()).Cause.Code);
        Assert.Empty(_box.Core.Live.Current.Calls);
    }

    [Fact]
    public void The_phones_ring_in_turn_until_one_is_lifted()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Until(() => _box.Phone(2).IsRinging, 20, "Phone 102 rings after it");
        Assert.False(_box.Phone(1).IsRinging);
        _box.Until(() => _box.Phone(3).IsRinging, 20, "Phone 103 rings after it");
        _box.Phone(3).Lift();

        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");

        var rung = _box.Entries<LegStarted>().Select(leg => leg.Party).Where(party => party.Kind == PartyKind.Phone);
        Assert.Equal(["101", "102", "103"], rung.Select(party => party.Name));
    }

    [Fact]
    public void Ring_all_rings_all_and_stops_the_others_when_one_answers()
    {
        Use(Sites.Clinic(HuntStrategy.RingAll));
        _box.Line(2).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => Enumerable.Range(1, 4).All(n => _box.Phone(n).IsRinging), 15, "All phones ring");

        _box.Phone(4).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
        _box.Advance(1);

        Assert.DoesNotContain(Enumerable.Range(1, 3), n => _box.Phone(n).IsRinging);
        Assert.Equal(3, _box.Entries<LegEnded>().Count(leg => leg.Cause.Code == CauseCode.AnsweredElsewhere));
    }

    [Fact]
    public void A_caller_who_gives_up_stops_the_ringing()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");

        _box.Line(1).HangUp();
        _box.Until(() => _box.Entries<CallEnded>().Any(), 15, "The call ends");
        _box.Advance(8);

        Assert.False(_box.Phone(1).IsRinging);
        Assert.Null(_box.Entries<CallConnected>().FirstOrDefault());
    }

    [Fact]
    public void Nobody_answers_and_the_flow_goes_on()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });

        // Four phones for 15 s each, two rounds, 5 s between them; then the flow hangs up, which on an unanswered line means to let it
        // ring.
        _box.Until(() => _box.Entries<CallEnded>().Any(), 150, "The call ends");

        Assert.Contains(_box.Entries<StepTaken>(), step => step.Why.Contains("Nobody of group office answered", StringComparison.Ordinal));
        Assert.Equal(8, _box.Entries<LegStarted>().Count(leg => leg.Party.Kind == PartyKind.Phone));
    }

    [Fact]
    public void A_greeting_answers_the_line_and_is_heard()
    {
        var greeting = Enumerable.Range(0, 16_000).Select(n => (short)(8000 * Math.Sin(n * 0.3))).ToArray();
        var prompts = PromptLibrary.Empty with
        {
            Prompts = ImmutableDictionary<string, Prompt>.Empty.Add("welcome", new Prompt("welcome", greeting)),
        };
        var flow = new FlowConfig("day", [new FlowStep.Play("welcome"), new FlowStep.Ring("office")]);
        Use(Sites.Clinic() with { Flows = Sites.Clinic().Flows.SetItem("day", flow) }, prompts);

        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings after the greeting");

        var heard = SoundComparison.Of(greeting, _box.Line(1).Heard(), 8000);
        Assert.InRange(heard.LevelDb, -0.5, 0.5);
        Assert.True(heard.SignalToNoiseDb > 30, $"{heard}");
    }

    [Fact]
    public void Phone_to_phone()
    {
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial("103");
        _box.Until(() => _box.Phone(3).IsRinging, 5, "Phone 103 rings");
        _box.Phone(3).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");

        _box.Phone(3).HangUp();
        _box.Until(() => _box.Entries<CallEnded>().Any(), 5, "The call ends");

        Assert.Equal(CallDirection.Internal, Assert.Single(_box.Entries<CallStarted>()).Direction);
    }

    [Fact]
    public void A_call_out_takes_the_first_free_line()
    {
        _box.Phone(2).Lift();
        _box.Advance(1);
        _box.Phone(2).Dial("95550100#");
        _box.Until(() => _box.Line(1).State == ExchangeLineState.Talking, 30, "The far end answers");

        Assert.Equal("5550100", _box.Line(1).DialledDigits);
        Assert.Equal(CallDirection.Outbound, Assert.Single(_box.Entries<CallStarted>()).Direction);

        _box.Phone(2).HangUp();
        _box.Until(() => _box.Entries<CallEnded>().Any(), 5, "The call ends");
        _box.Until(() => _box.Line(1).State == ExchangeLineState.Idle, 5, "The line is free again");
    }

    [Fact]
    public void An_emergency_call_takes_a_line_from_another_call()
    {
        Use(Sites.Clinic(HuntStrategy.RingAll));
        for (var n = 1; n <= 3; n++)
        {
            _box.Line(n).Ring(new SimulatedCaller { Number = $"312555010{n}" });
            _box.Until(() => _box.Phone(n).IsRinging, 15, $"Phone {n} rings");
            _box.Phone(n).Lift();
            _box.Until(() => _box.Entries<CallConnected>().Count() == n, 5, "The two are connected");
            _box.Advance(1);
        }

        _box.Line(4).Unplug();
        _box.Advance(3);
        _box.Phone(4).Lift();
        _box.Advance(1);
        _box.Phone(4).Dial("911");

        _box.Until(() => Enumerable.Range(1, 3).Any(n => _box.Line(n).DialledDigits == "911"), 30, "911 is dialled");
        Assert.Contains(_box.Entries<CallEnded>(), ended => ended.Cause.Code == CauseCode.Preempted);
    }

    [Fact]
    public void A_caller_is_given_to_a_colleague()
    {
        Connect();
        _box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        _box.Advance(2);
        _box.Phone(1).Dial("102");
        _box.Until(() => _box.Phone(2).IsRinging, 5, "Phone 102 rings");
        _box.Phone(2).Lift();
        _box.Advance(2);
        _box.Phone(1).HangUp();
        _box.Advance(2);

        var call = Assert.Single(_box.Core.Live.Current.Calls.Values);
        Assert.Equal(CallDirection.Inbound, call.Direction);
        Assert.Contains(call.Legs, leg => leg.Party == Party.Phone("102") && leg.EndedAt is null);
        Assert.Contains(call.Legs, leg => leg.Party == Party.Phone("101") && leg.EndedAt is not null);

        _box.Line(1).HangUp();
        _box.Until(() => _box.Core.Live.Current.Calls.IsEmpty, 10, "The call ends");
    }

    [Fact]
    public void All_three_talk()
    {
        Connect();
        _box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        _box.Advance(2);
        _box.Phone(1).Dial("102");
        _box.Until(() => _box.Phone(2).IsRinging, 5, "Phone 102 rings");
        _box.Phone(2).Lift();
        _box.Advance(2);
        _box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        _box.Advance(3);

        var call = Assert.Single(_box.Core.Live.Current.Calls.Values);
        Assert.Equal(3, call.Legs.Count(leg => leg.EndedAt is null));
    }

    [Fact]
    public void A_transfer_that_nobody_takes_rings_back()
    {
        Connect();
        _box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        _box.Advance(2);
        _box.Phone(1).Dial("102");
        _box.Until(() => _box.Phone(2).IsRinging, 5, "Phone 102 rings");
        _box.Phone(1).HangUp();

        _box.Until(() => _box.Phone(1).IsRinging, 90, "Phone 101 rings back");
        _box.Phone(1).Lift();
        _box.Advance(2);

        var call = Assert.Single(_box.Core.Live.Current.Calls.Values);
        Assert.Equal(2, call.Legs.Count(leg => leg.EndedAt is null));
    }

    private void Use(SiteModel site, PromptLibrary? prompts = null)
    {
        _box.Dispose();
        _box = new TestBox(site, prompts);
    }

    private void Connect()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Phone(1).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
        _box.Advance(1);
    }
}

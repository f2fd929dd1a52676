using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Lamps;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Lamps;

public class HotlineStateTests
{
    private readonly SiteModel _site = Sites.Clinic();
    private readonly LiveBoard _live = new();
    private long _seq;

    public HotlineStateTests()
    {
        foreach (var phone in _site.Phones.Keys)
        {
            Happens(new PhoneChanged(phone, PhoneStatus.Idle, "Ready."));
        }

        foreach (var line in _site.Lines.Keys)
        {
            Happens(new LineChanged(line, LineStatus.Idle, "Ready."));
        }
    }

    private HotlineState State => HotlineStates.Of(_live.Current, _site, "office");

    [Fact]
    public void A_caller_waits_then_a_phone_rings_then_the_line_is_idle_again()
    {
        Assert.Equal(HotlineState.Idle, State);
        Calls("main-1");
        Assert.Equal(HotlineState.Waiting, State);
        Happens(new PhoneChanged("102", PhoneStatus.Ringing, "Rings."));
        Assert.Equal(HotlineState.Ringing, State);
        Happens(new PhoneChanged("102", PhoneStatus.InCall, "Answered."));
        Happens(new CallConnected(new CallId("c-1"), Party.Phone("102")));
        Assert.Equal(HotlineState.Idle, State);
    }

    [Fact]
    public void It_is_busy_when_no_phone_is_free_and_a_caller_shows_all_the_same()
    {
        foreach (var phone in _site.Phones.Keys)
        {
            Happens(new PhoneChanged(phone, phone == "101" ? PhoneStatus.LeftOffHook : PhoneStatus.InCall, "Busy."));
        }

        Assert.Equal(HotlineState.Busy, State);
        Calls("main-2");
        Assert.Equal(HotlineState.Waiting, State);
    }

    [Theory]
    [InlineData(LineStatus.NoBattery)]
    [InlineData(LineStatus.OutOfOrder)]
    public void A_fault_of_a_line_shows_until_a_caller_is_more_pressing(LineStatus fault)
    {
        Happens(new LineChanged("main-3", fault, "Fault."));
        Assert.Equal(HotlineState.Fault, State);
        Calls("main-1");
        Assert.Equal(HotlineState.Waiting, State);
    }

    [Fact]
    public void A_fault_of_a_phone_shows()
    {
        Happens(new PhoneChanged("104", PhoneStatus.OutOfOrder, "The chip is too hot."));
        Assert.Equal(HotlineState.Fault, State);
    }

    [Fact]
    public void Callers_of_another_hotline_and_calls_within_the_house_do_not_show()
    {
        var lines = _site.Lines.SetItem("main-4", _site.Lines["main-4"] with { Flow = "other" });
        var flows = _site.Flows.Add("other", new FlowConfig("other", [new FlowStep.HangUp()]));
        var site = _site with { Lines = lines, Flows = flows };
        Calls("main-4");
        Happens(new CallStarted(new CallId("c-9"), CallDirection.Internal, Party.Phone("101"), "101", null, "", "102"));
        Assert.Equal(HotlineState.Idle, HotlineStates.Of(_live.Current, site, "office"));
    }

    [Fact]
    public void A_hotline_is_found_through_flows_that_go_on_with_another()
    {
        var flows = _site.Flows.SetItem("day", new FlowConfig("day", [new FlowStep.Go("late")]))
            .Add("late", new FlowConfig("late", [new FlowStep.Ring("office")]));
        Calls("main-1");
        Assert.Equal(HotlineState.Waiting, HotlineStates.Of(_live.Current, _site with { Flows = flows }, "office"));
    }

    [Fact]
    public void A_queue_has_the_faults_of_the_phones_of_its_agents_and_of_lines_that_flows_and_overflow_lead_to_it()
    {
        var site = _site with
        {
            Agents = _site.Agents.Add("ana", new AgentConfig("ana", "Ana", "11") { Phone = "101" }),
            Queues = _site.Queues
                .Add("sales", new QueueConfig("sales", [new QueueAgent("ana", TimeSpan.Zero)]))
                .Add("help", new QueueConfig("help", [new QueueAgent("ana", TimeSpan.Zero)])
                {
                    Overflow = [new OverflowRule.After(TimeSpan.FromMinutes(1), "late")],
                }),
            Flows = _site.Flows.SetItem("day", new FlowConfig("day", [InQueue("help")]))
                .Add("late", new FlowConfig("late", [InQueue("sales")])),
        };
        Assert.False(HotlineStates.HasFault(_live.Current, site, "sales"));
        Happens(new PhoneChanged("102", PhoneStatus.OutOfOrder, "The chip is too hot."));
        Assert.False(HotlineStates.HasFault(_live.Current, site, "sales"));
        Happens(new PhoneChanged("101", PhoneStatus.OutOfOrder, "The chip is too hot."));
        Assert.True(HotlineStates.HasFault(_live.Current, site, "sales"));
        Happens(new PhoneChanged("101", PhoneStatus.Idle, "Ready."));
        Assert.False(HotlineStates.HasFault(_live.Current, site, "sales"));
        Happens(new LineChanged("main-2", LineStatus.NoBattery, "Unplugged."));
        Assert.True(HotlineStates.HasFault(_live.Current, site, "sales"));
        Assert.True(HotlineStates.HasFault(_live.Current, site, "help"));
    }

    [Fact]
    public void By_night_callers_of_the_night_way_do_not_show_but_a_line_that_does_not_work_does()
    {
        var site = _site with
        {
            Lines = _site.Lines.SetItem("main-1", _site.Lines["main-1"] with { NightFlow = "closed" }),
            Flows = _site.Flows.Add("closed", new FlowConfig("closed", [new FlowStep.HangUp()])),
        };
        Happens(new NightChanged(true, "the test"));
        Calls("main-1");
        Assert.Equal(HotlineState.Idle, HotlineStates.Of(_live.Current, site, "office"));
        Happens(new LineChanged("main-1", LineStatus.NoBattery, "Unplugged."));
        Assert.Equal(HotlineState.Fault, HotlineStates.Of(_live.Current, site, "office"));
    }

    private static FlowStep.Enqueue InQueue(string name) => new(name, TimeSpan.Zero, [], null, TimeSpan.Zero);

    private void Calls(string line) =>
        Happens(new CallStarted(new CallId("c-1"), CallDirection.Inbound, Party.Line(line), "5551234", null, "", null));

    private void Happens(JournalEntry entry) => _live.Apply(new JournalEvent(++_seq, DateTimeOffset.UnixEpoch, entry));
}

using System.Collections.Immutable;
using Switchhook.Calls.Journal;
using Switchhook.Site.Alerts;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues.Alarms;

/// <summary>A box that tells of alarms and of lines: a bell for all, a manager for the queue, a boss for line main-3.</summary>
public sealed class AlertTests : IDisposable
{
    private const string Begun = "manager Queue desk: 1 caller waits, and 1 is the limit.";
    private const string Over = "manager Queue desk: no longer too many wait.";

    private readonly QueueBox _queue = new(
        queue => queue with { RingTime = TimeSpan.FromHours(1), Alarms = new QueueAlarms(null, Waiting: 1, null, null) },
        site => site with { Alerts = Alerts([Bell, Manager, Boss]) });

    private static AlertConfig Bell => new("office", new AlertWay.Relay("bell"));

    private static AlertConfig Manager => new("manager", new AlertWay.Webhook(new Uri("https://example.com/hook"))) { Queues = ["desk"] };

    private static AlertConfig Boss => new("boss", new AlertWay.Mail("boss@example.com", "box@example.com", "smtp.example.com", 587))
    {
        Lines = ["main-3"],
    };

    private TestBox Box => _queue.Box;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void An_alarm_pulls_the_relay_and_is_told_once_at_begin_and_end_to_those_whom_it_concerns()
    {
        _queue.LogIn(1);
        Assert.False(Box.Bell.IsPulled);
        _queue.Call(1);
        Assert.True(Box.Bell.IsPulled);
        Assert.Equal([Begun], Box.Alerts.Tries);

        _queue.Answer(1);
        Assert.True(Box.Bell.IsPulled);
        Box.Until(() => !Box.Bell.IsPulled, 61, "The relay goes to rest");
        Assert.Equal([Begun, Over], Box.Alerts.Tries);
        Box.Advance(120);
        Assert.Equal(2, Box.Alerts.Tries.Count);
    }

    [Fact]
    public void A_line_is_told_when_it_fails_for_10_s_and_when_it_has_worked_for_a_minute()
    {
        Box.Line(3).Unplug();
        Box.Advance(8);
        Box.Line(3).PlugIn();
        Box.Advance(20);
        Assert.Empty(Box.Alerts.Tries);

        Box.Line(3).Unplug();
        Box.Line(2).Unplug();
        Box.Until(() => Box.Alerts.Tries.Count > 0, 15, "The line is told");
        Assert.StartsWith("boss Line main-3: ", Assert.Single(Box.Alerts.Tries), StringComparison.Ordinal);
        Assert.True(Box.Bell.IsPulled);

        Box.Line(3).PlugIn();
        Box.Advance(50);
        Assert.Single(Box.Alerts.Tries);
        Box.Advance(20);
        Assert.Equal("boss Line main-3 works again.", Box.Alerts.Tries[^1]);
        Assert.True(Box.Bell.IsPulled);
        Box.Line(2).PlugIn();
        Box.Advance(70);
        Assert.False(Box.Bell.IsPulled);
        Assert.Equal(2, Box.Alerts.Tries.Count);
    }

    [Fact]
    public void A_webhook_is_tried_five_times_with_growing_pauses_and_its_failure_told_once()
    {
        Fail(10);
        _queue.LogIn(1);
        _queue.Call(1);
        var tries = new List<TimeSpan>();
        var begin = Box.Driver.Time.Elapsed;
        for (var number = 1; number <= 5; number++)
        {
            Box.Until(() => Box.Alerts.Tries.Count >= number, 601, $"Try {number}");
            tries.Add(Box.Driver.Time.Elapsed - begin);
        }

        Assert.Equal([0, 5, 35, 155, 755], tries.Select(time => time.TotalSeconds));
        const string Fault = "It was not told in 5 tries: The webhook answered with 500.";
        Assert.Equal(Fault, Assert.Single(Box.Entries<PartChanged>()).Fault);
        Assert.Equal(Fault, Box.Core.Live.Current.Faults["alert manager"].Words);

        Box.Phone(1).Lift();
        Box.Until(() => Box.Alerts.Tries.Count == 10, 1200, "The end of the alarm is given up too");
        Box.Advance(60);
        Assert.Single(Box.Entries<PartChanged>());
        Assert.Equal(10, Box.Alerts.Tries.Count);

        Box.Line(1).HangUp();
        Box.Phone(1).HangUp();
        _queue.Call(2);
        Box.Until(() => Box.Entries<PartChanged>().Count() == 2, 5, "It works again");
        Assert.Empty(Box.Core.Live.Current.Faults);
    }

    [Fact]
    public void One_that_is_tried_again_keeps_no_call_waiting_and_the_order_of_what_it_tells()
    {
        Fail(2);
        _queue.LogIn(1);
        _queue.Call(1);
        _queue.Answer(1);
        Box.Until(() => Box.Alerts.Tries.Contains(Over), 120, "The end of the alarm");
        Assert.Equal([Begun, Begun, Begun, Over], Box.Alerts.Tries);
        Assert.Empty(Box.Entries<PartChanged>());
    }

    [Fact]
    public void A_new_site_tells_whom_it_names_newly_and_stops_telling_others()
    {
        Fail(5);
        _queue.LogIn(1);
        _queue.Call(1);
        Box.Until(() => Box.Core.Live.Current.Faults.Count > 0, 800, "The webhook is given up");

        var other = new AlertConfig("other", new AlertWay.Webhook(new Uri("https://example.com/other")));
        var site = Box.Core.Site;
        Box.Driver.Do(() => Box.Core.Apply(site with { Model = site.Model with { Alerts = Alerts([other]) } }, "the test", "Another."));
        Assert.Equal("other Queue desk: 1 caller waits, and 1 is the limit.", Box.Alerts.Tries[^1]);
        Assert.False(Box.Bell.IsPulled);
        Assert.Empty(Box.Core.Live.Current.Faults);

        Box.Line(1).HangUp();
        Box.Advance(90);
        Assert.Equal("other Queue desk: no longer too many wait.", Box.Alerts.Tries[^1]);
        Assert.Equal(7, Box.Alerts.Tries.Count);
    }

    private static ImmutableSortedDictionary<string, AlertConfig> Alerts(IEnumerable<AlertConfig> alerts) =>
        alerts.ToImmutableSortedDictionary(alert => alert.Name, alert => alert, StringComparer.Ordinal);

    private void Fail(int times)
    {
        for (var time = 0; time < times; time++)
        {
            Box.Alerts.Failures.Enqueue("The webhook answered with 500.");
        }
    }
}

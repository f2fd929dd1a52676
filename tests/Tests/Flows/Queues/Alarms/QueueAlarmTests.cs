using System.Collections.Immutable;
using Switchhook.Acd.Signals;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Lamps;
using Switchhook.Hardware.Panel;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues.Alarms;

/// <summary>A box whose lamp shows its queue, and whose queue has alarms.</summary>
public sealed class QueueAlarmTests : IDisposable
{
    private readonly QueueBox _queue = new(
        queue => queue with
        {
            ServiceLevel = new ServiceLevel(80, TimeSpan.FromSeconds(20)),
            RingTime = TimeSpan.FromMinutes(5),
            Alarms = new QueueAlarms(TimeSpan.FromSeconds(50), null, null, null),
        },
        site => site with
        {
            Lamps = ImmutableSortedDictionary<string, LampConfig>.Empty.Add("desk-lamp", new LampConfig("desk-lamp", "desk")),
        });

    public void Dispose() => _queue.Dispose();

    private LampSign Sign => _queue.Box.Lamp("desk-lamp").Sign;

    [Fact]
    public void Each_signal_has_a_pattern_of_its_own()
    {
        var signs = Enum.GetValues<QueueSignal>().Select(QueueLamps.SignOf).Append(QueueLamps.Fault).ToList();
        Assert.Equal(signs.Count, signs.Select(sign => sign.Pattern).Distinct().Count());
    }

    [Fact]
    public void The_lamp_follows_a_caller_to_the_target_and_to_the_alarm_at_the_exact_second()
    {
        var box = _queue.Box;
        Assert.Equal(LampPattern.Wink, Sign.Pattern);
        _queue.LogIn(1);
        Assert.Equal(LampPattern.Off, Sign.Pattern);

        _queue.Call(1);
        var entered = box.Journal.Single(one => one.Entry is QueueEntered).At;
        Assert.Equal(new LampSign(LampPattern.SlowBlink, LampColour.Amber), Sign);
        box.Until(() => Sign.Pattern != LampPattern.SlowBlink, 25, "The target passes");
        Assert.Equal(new LampSign(LampPattern.FastBlink, LampColour.Amber), Sign);
        Assert.Equal(entered + TimeSpan.FromSeconds(20), Now);

        box.Until(() => Sign.Pattern != LampPattern.FastBlink, 40, "The alarm");
        Assert.Equal(new LampSign(LampPattern.Burst, LampColour.Red), Sign);
        Assert.Equal(entered + TimeSpan.FromSeconds(50), Now);
        var alarm = Assert.Single(box.Core.Live.Current.Alarms.Values);
        Assert.Equal("Queue desk: someone has waited 50 s, and 50 s is the limit.", alarm.Words);

        _queue.Answer(1);
        box.Until(() => box.Core.Live.Current.Alarms.IsEmpty, 61, "The end of the alarm");
        Assert.Equal(LampPattern.On, Sign.Pattern);
        box.Advance(120);
        Assert.Equal([true, false], box.Entries<AlarmChanged>().Select(entry => entry.On));
    }

    [Fact]
    public void A_line_without_battery_shows_on_the_lamp_until_a_caller_is_more_pressing()
    {
        _queue.LogIn(1);
        _queue.Box.Line(3).Unplug();
        _queue.Box.Until(() => Sign == QueueLamps.Fault, 5, "The fault");
        _queue.Call(1);
        Assert.Equal(LampPattern.SlowBlink, Sign.Pattern);
    }

    [Fact]
    public void A_queue_that_is_gone_ends_its_alarms_and_a_new_site_watches_by_its_own_limits()
    {
        var box = _queue.Box;
        var site = box.Core.Site;
        var desk = site.Model.Queues["desk"] with { Alarms = new QueueAlarms(null, null, null, Agents: 1) };
        Apply(site.Model with { Queues = site.Model.Queues.SetItem("desk", desk) });
        box.Until(() => box.Core.Live.Current.Alarms.ContainsKey("desk/Agents"), 61, "The alarm without agents");

        Apply(site.Model with { Queues = site.Model.Queues.Clear(), Lamps = site.Model.Lamps.Clear() });
        Assert.Empty(box.Core.Live.Current.Alarms);
        Assert.Empty(box.Core.Watch.Signals);
        Assert.Equal("Queue desk: it is not watched for this any more.", box.Entries<AlarmChanged>().Last().Words);

        void Apply(SiteModel model) =>
            box.Driver.Do(() => box.Core.Apply(site with { Model = model }, "the test", "Another site."));
    }

    private DateTimeOffset Now => _queue.Box.Driver.Time.GetUtcNow();
}

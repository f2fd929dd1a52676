using Switchhook.Appliance.Hosting.Seams;
using Switchhook.Appliance.Panels;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Panel;
using Switchhook.Site;
using Switchhook.Site.Opening;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Opening;

/// <summary>
/// One switch for night, turned by a code of the phones, the button of the board and the web; it ends by itself. The box of the tests
/// begins on a Monday at 08:00, and its clinic opens at 06:00 and after noon at 13:00.
/// </summary>
public sealed class NightSwitchTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_code_of_the_phones_switches_and_the_box_says_so()
    {
        using var queue = Box();

        queue.Dial(1, "*281");
        Assert.Equal("phone 101", queue.Box.Core.Live.Current.Night!.By);
        queue.Dial(2, "*281");
        queue.Dial(2, "*28#");
        Assert.Null(queue.Box.Core.Live.Current.Night);
        queue.Dial(2, "*28#");
        Assert.NotNull(queue.Box.Core.Live.Current.Night);
        queue.Dial(3, "*280");
        Assert.Null(queue.Box.Core.Live.Current.Night);

        Assert.Equal(
            [
                "Night is switched on by phone 101.", "Night is switched off by phone 102.", "Night is switched on by phone 102.",
                "Night is switched off by phone 103.",
            ],
            Told(queue));
        Assert.True(QueueBox.SoundAt(1500, queue.Box.Phone(1).Heard()) > 100 * QueueBox.SoundAt(1300, queue.Box.Phone(1).Heard()));
    }

    [Fact]
    public void All_switches_turn_the_same_night_and_the_lamp_shows_it()
    {
        using var queue = Box();
        var box = queue.Box;
        var hand = new HandButton();
        using var button = new HoldButton(hand, [], box.Driver.Time) { Press = ButtonAction.Night };
        using var actions = new ButtonActions([button], null, box.Driver.Loop, box.Core, _ => { });
        var web = new WebNight(box.Driver.Loop, box.Core.Night);

        queue.Dial(1, "*281");
        Assert.Equal(LampPattern.On, box.Lamp("night-lamp").Pattern);
        hand.Press(TimeSpan.FromSeconds(0.1));
        box.Advance(0.1);
        Assert.Equal(LampPattern.Off, box.Lamp("night-lamp").Pattern);
        var done = web.SetAsync(true, "admin");
        box.Advance(0.1);
        Assert.True(done.IsCompletedSuccessfully);
        Assert.Equal(("admin", LampPattern.On), (box.Core.Live.Current.Night!.By, box.Lamp("night-lamp").Pattern));
        queue.Dial(2, "*280");

        Assert.Equal(LampPattern.Off, box.Lamp("night-lamp").Pattern);
        Assert.Equal(["phone 101", "the button night", "admin", "phone 102"], box.Entries<NightChanged>().Select(one => one.By));
    }

    [Fact]
    public void By_night_a_queue_is_closed_and_by_day_it_is_open_again()
    {
        using var queue = Box();
        queue.LogIn(1);
        queue.Dial(2, "*281");
        queue.Call(1);
        queue.Box.Until(() => queue.Box.Entries<QueueLeft>().Any(), 30, "The caller is turned away");
        Assert.Contains("the queue is closed", queue.Box.Entries<QueueLeft>().Single().Words, StringComparison.Ordinal);

        queue.Dial(2, "*280");
        queue.Call(2);
        queue.Answer(1);
    }

    [Fact]
    public void A_queue_whose_hours_ignore_night_stays_open()
    {
        using var queue = Box(hours => hours with { IgnoresNight = true });
        queue.LogIn(1);
        queue.Dial(2, "*281");

        queue.Call(1);

        queue.Answer(1);
    }

    // On at 08:00: not with the opening after noon, but with the first of Tuesday.
    [Fact]
    public void A_forgotten_night_ends_with_the_first_opening_of_a_day()
    {
        using var queue = Box();
        queue.Dial(1, "*281");

        queue.Box.Driver.Advance(Monday.AddHours(30) - queue.Box.Driver.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.NotNull(queue.Box.Core.Live.Current.Night);
        queue.Box.Advance(1);

        Assert.Null(queue.Box.Core.Live.Current.Night);
        Assert.Equal("Night is switched off by the hours office, which open.", Told(queue)[^1]);
    }

    [Fact]
    public void A_night_that_ends_by_hand_goes_on()
    {
        using var queue = Box(site: site => site with { Night = new NightConfig(true, null) });
        queue.Dial(1, "*281");

        queue.Box.Driver.Advance(TimeSpan.FromHours(30));

        Assert.NotNull(queue.Box.Core.Live.Current.Night);
    }

    [Fact]
    public void After_a_restart_night_goes_on_from_when_it_began_and_is_over_when_its_end_has_passed()
    {
        using var goesOn = Box();
        Restore(goesOn, Monday.AddHours(7));
        Assert.Equal(Monday.AddHours(7), goesOn.Box.Core.Live.Current.Night!.Since);
        Assert.Equal("Night goes on after the restart; it was switched on by phone 101.", Told(goesOn).Single());

        using var isOver = Box();
        Restore(isOver, Monday.AddHours(-6));
        Assert.Null(isOver.Box.Core.Live.Current.Night);
        Assert.Equal("Night is switched off by the hours office, which open.", Told(isOver)[^1]);
    }

    private sealed class HandButton : IButton
    {
        public event Action? Pressed;

        public event Action<TimeSpan>? Released;

        public string Name => "night";

        public bool IsPressed => false;

        public TimeSpan Held => TimeSpan.Zero;

        public void Press(TimeSpan held)
        {
            Pressed?.Invoke();
            Released?.Invoke(held);
        }
    }

    private static void Restore(QueueBox queue, DateTimeOffset since) =>
        queue.Box.Driver.Do(() => queue.Box.Core.Night.Set(on: true, "phone 101", since));

    private static List<string> Told(QueueBox queue) => [.. queue.Box.Entries<NightChanged>().Select(one => one.Words)];

    private static QueueBox Box(Func<HoursConfig, HoursConfig>? hours = null, Func<SiteModel, SiteModel>? site = null)
    {
        var office = new HoursConfig(
            "office",
            [
                .. Enum.GetValues<DayOfWeek>().SelectMany(day => new HoursRange[]
                {
                    new(day, TimeSpan.FromHours(6), TimeSpan.FromHours(12)), new(day, TimeSpan.FromHours(13), TimeSpan.FromHours(18)),
                }),
            ]);
        return new QueueBox(
            queue => queue with { Hours = "office" },
            model =>
            {
                model = model with
                {
                    Hours = model.Hours.Add("office", hours?.Invoke(office) ?? office),
                    Lamps = model.Lamps.Add("night-lamp", new LampConfig("night-lamp", null)),
                };
                return site?.Invoke(model) ?? model;
            });
    }
}

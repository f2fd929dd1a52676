using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>Tests that a user makes from a phone: <c>*55</c> of the phone, <c>*56</c> and a port of a line.</summary>
public sealed class LineTestTests : IDisposable
{
    private readonly CodeBox _house = new(Sites.Clinic());

    private TestBox Box => _house.Box;

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_line_with_dial_tone_is_in_order_and_nothing_is_dialled()
    {
        _house.Dial(1, "*562");
        Box.Until(() => _house.Ends().Any(), 15, "The line was tested");

        Assert.Equal("Line main-2: Dial tone was heard.", Verdict());
        Assert.Equal("", Box.Line(2).DialledDigits);
        Box.Until(() => Box.Core.Live.Current.Lines["main-2"].Status == LineStatus.Idle, 10, "The line is free again");
    }

    [Fact]
    public void A_line_without_battery_is_told_dead()
    {
        Box.Line(2).Unplug();
        Box.Until(() => Box.Core.Live.Current.Lines["main-2"].Status == LineStatus.NoBattery, 30, "The box knows");
        _house.Dial(1, "*562");
        Box.Until(() => _house.Ends().Any(), 15, "The line was tested");
        Assert.Contains("without battery", Verdict(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_with_a_call_is_left_alone()
    {
        _house.TakeCaller();
        _house.Dial(2, "*561");
        Box.Until(() => _house.Ends().Any(), 15, "The line was not tested");
        Assert.Equal("Line main-1: It is in use, and was not tested.", Verdict());
        Assert.Single(Box.Core.Live.Current.Calls);
    }

    [Fact]
    public void Who_hangs_up_ends_the_test_and_frees_the_line()
    {
        _house.Dial(1, "*563");
        Box.Until(() => Box.Entries<LegStarted>().Any(leg => leg.Party == Party.Line("main-3")), 8, "The line is seized");
        Box.Phone(1).HangUp();
        Box.Until(() => _house.Ends().Any(), 5, "It is over");
        Box.Until(() => Box.Core.Live.Current.Lines["main-3"].Status == LineStatus.Idle, 10, "The line is free again");
    }

    [Fact]
    public void A_user_hears_the_tone_and_then_himself_until_he_presses_hash()
    {
        _house.Dial(1, "*55");
        Box.Advance(5);
        var tone = Box.Phone(1).Heard()[^8000..];
        Assert.True(QueueBox.SoundAt(1004, tone) > 0.9, "The tone is heard.");

        Box.Advance(5);
        Box.Phone(1).Dial("5");
        Box.Advance(1);
        Assert.Empty(_house.Ends());
        Box.Phone(1).Speak(Enumerable.Range(0, 8000).Select(n => (short)(4000 * Math.Sin(2 * Math.PI * 600 * n / 8000))).ToArray());
        Box.Advance(0.9);
        var echo = Box.Phone(1).Heard()[^4000..];
        Assert.True(QueueBox.SoundAt(600, echo) > 0.9, "The user hears himself.");
        Box.Phone(1).Dial("#");
        Box.Until(() => _house.Ends().Any(), 3, "It is over");
        Assert.Equal("The phone was heard, and so was its echo.", Verdict());
    }

    [Fact]
    public void A_phone_that_lies_there_is_let_go_after_a_minute()
    {
        _house.Dial(1, "*55");
        Box.Advance(40);
        Assert.Empty(_house.Ends());
        Box.Until(() => _house.Ends().Any(), 40, "It is let go");
        Assert.Equal("Nothing was heard from the phone.", _house.Ends().Single().Cause.Words);
    }

    private string Verdict() => _house.Ends().Single().Cause.Words;
}

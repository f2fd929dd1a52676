using Switchhook.Hardware;
using Switchhook.Hardware.Panel.Sounds;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class BuzzerTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(BuzzerPattern.Beep, "0+ 80-")]
    [InlineData(BuzzerPattern.DoubleBeep, "0+ 80- 200+ 280-")]
    [InlineData(BuzzerPattern.LongBeep, "0+ 600-")]
    [InlineData(BuzzerPattern.Alarm, "0+ 600- 900+ 1500- 1800+ 2400-")]
    public void A_pattern_sounds_once(BuzzerPattern pattern, string sounds)
    {
        var port = new FakePwmPort();
        using var buzzer = Buzzer.AtPwm(port, new Frequency(3000), _time);
        buzzer.Play(pattern);
        Assert.Equal((3000.0, 0.5), (port.Frequency.Hertz, port.Output));
        Assert.Equal(sounds, Listen(() => port.Output > 0, 3000));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_buzzer_at_a_pin_is_silent_at_the_end(bool activeLow)
    {
        var port = new FakeOutputPort(activeLow);
        using (var buzzer = Buzzer.AtPin(port, _time, activeLow))
        {
            buzzer.Play(BuzzerPattern.LongBeep);
            Assert.Equal(!activeLow, port.State);
        }

        Assert.Equal(activeLow, port.State);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(activeLow, port.State);
    }

    [Fact]
    public void A_new_pattern_takes_the_place_of_one_that_sounds_and_a_stop_silences_it()
    {
        var port = new FakeOutputPort();
        using var buzzer = Buzzer.AtPin(port, _time);
        buzzer.Play(BuzzerPattern.Alarm);
        _time.Advance(TimeSpan.FromMilliseconds(700));
        buzzer.Play(BuzzerPattern.Beep);
        Assert.Equal("0+ 80-", Listen(() => port.State, 3000));
        buzzer.Play(BuzzerPattern.Alarm);
        buzzer.Stop();
        Assert.Equal("", Listen(() => port.State, 3000));
    }

    [Fact]
    public void One_that_cannot_be_silenced_is_a_fault_and_tried_again()
    {
        var port = new FakePwmPort();
        using var buzzer = Buzzer.AtPwm(port, Buzzer.UsualFrequency, _time);
        buzzer.Play(BuzzerPattern.Beep);
        port.IsBroken = true;
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal("The buzzer cannot be switched: The channel is gone.", buzzer.Fault);
        port.IsBroken = false;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(buzzer.Fault);
        Assert.Equal(0, port.Output);
    }

    private string Listen(Func<bool> sounds, int milliseconds)
    {
        var (changes, before) = (new List<string>(), false);
        for (var at = 0; at < milliseconds; at++)
        {
            if (sounds() != before)
            {
                before = !before;
                changes.Add($"{at}{(before ? '+' : '-')}");
            }

            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        return string.Join(' ', changes);
    }
}

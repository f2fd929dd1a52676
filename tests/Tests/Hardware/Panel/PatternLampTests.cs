using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Simulated.Pins;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class PatternLampTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly SwitchLog _lamp;

    public PatternLampTests() => _lamp = new SwitchLog(_time);

    [Theory]
    [InlineData(LampPattern.On, "0+")]
    [InlineData(LampPattern.SlowBlink, "0+ 1000- 2000+ 3000- 4000+")]
    [InlineData(LampPattern.Flash, "0+ 100- 300+ 400- 2000+ 2100- 2300+ 2400- 4000+")]
    [InlineData(LampPattern.Wink, "0+ 1750- 2000+ 3750- 4000+")]
    [InlineData(
        LampPattern.Burst,
        "0+ 80- 160+ 240- 320+ 400- 480+ 560- 1000+ 1080- 1160+ 1240- 1320+ 1400- 1480+ 1560- "
            + "2000+ 2080- 2160+ 2240- 2320+ 2400- 2480+ 2560- 3000+ 3080- 3160+ 3240- 3320+ 3400- 3480+ 3560- 4000+")]
    public void A_pattern_lights_in_its_times(LampPattern pattern, string switches)
    {
        using var lamp = new PatternLamp(_lamp, _time);
        _lamp.Log.Clear();
        lamp.Pattern = pattern;
        _time.Advance(TimeSpan.FromMilliseconds(4050));
        Assert.Equal(switches, string.Join(' ', _lamp.Log));
    }

    [Fact]
    public void The_same_pattern_again_does_not_begin_anew_and_another_begins_with_light()
    {
        using var lamp = new PatternLamp(_lamp, _time);
        _lamp.Log.Clear();
        lamp.Pattern = LampPattern.SlowBlink;
        _time.Advance(TimeSpan.FromMilliseconds(1500));
        lamp.Pattern = LampPattern.SlowBlink;
        _time.Advance(TimeSpan.FromMilliseconds(300));
        lamp.Pattern = LampPattern.FastBlink;
        _time.Advance(TimeSpan.FromMilliseconds(130));
        Assert.Equal("0+ 1000- 1800+ 1925-", string.Join(' ', _lamp.Log));
    }

    [Fact]
    public void A_lamp_that_is_disposed_stays_dark()
    {
        var lamp = new PatternLamp(_lamp, _time) { Pattern = LampPattern.FastBlink };
        lamp.Dispose();
        lamp.Pattern = LampPattern.On;
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(_lamp.IsOn);
    }

    [Fact]
    public void A_pin_that_fails_is_a_fault_in_words_until_it_works_again()
    {
        using var lamp = new PatternLamp(_lamp, _time);
        _lamp.Broken = true;
        lamp.Pattern = LampPattern.SlowBlink;
        Assert.Equal("Lamp desk cannot be switched: The chip is gone.", lamp.Fault);
        _lamp.Broken = false;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(lamp.Fault);
    }

    [Fact]
    public void A_steady_lamp_that_failed_is_tried_again_by_itself()
    {
        using var lamp = new PatternLamp(_lamp, _time);
        _lamp.Broken = true;
        lamp.Pattern = LampPattern.On;
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(lamp.Fault);
        _lamp.Broken = false;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(lamp.Fault);
        Assert.True(_lamp.IsOn);
    }

    [Fact]
    public void Simulated_pins_have_a_level_and_one_user()
    {
        var pins = new SimulatedPins(_time);
        using (var port = pins.CreateDigitalOutputPort(pins.Pin("LAMP1"), initialState: true))
        {
            Assert.True(pins.LevelOf("LAMP1"));
            port.State = false;
            Assert.False(pins.LevelOf("LAMP1"));
            var taken = Assert.Throws<IOException>(() => pins.CreateDigitalOutputPort(pins.Pin("LAMP1")));
            Assert.Contains("LAMP1", taken.Message, StringComparison.Ordinal);
        }

        pins.CreateDigitalOutputPort(pins.Pin("LAMP1")).Dispose();
    }

    private sealed class SwitchLog(TimeProvider time) : ILamp
    {
        private bool _isOn;

        public List<string> Log { get; } = [];

        public bool Broken { get; set; }

        public string Name => "desk";

        public bool IsOn
        {
            get => _isOn;
            set
            {
                if (Broken)
                {
                    throw new IOException("The chip is gone.");
                }

                _isOn = value;
                Log.Add(FormattableString.Invariant($"{time.GetElapsedTime(0).TotalMilliseconds}{(value ? '+' : '-')}"));
            }
        }
    }
}

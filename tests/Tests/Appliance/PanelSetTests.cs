using Switchhook.Appliance.Hosting;
using Switchhook.Appliance.Panels;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Hardware.Panel.Sounds;
using Switchhook.Hardware.Simulated.Pins;
using Switchhook.Hardware.Spi;
using Switchhook.Testing;
using Switchhook.Testing.Chips;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Appliance;

public sealed class PanelSetTests : IPanelHardware, IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedPins _pins;
    private readonly I2cWire _i2c = new();
    private readonly Hc595Model _leds = new(1);
    private readonly FakeFxoPort _line;
    private PanelSet? _panel;

    public PanelSetTests() => (_pins, _line) = (new SimulatedPins(_time), new FakeFxoPort("fxo1", _time));

    IPinBank IPanelHardware.Pins => _pins;

    public void Dispose() => _panel?.Dispose();

    [Fact]
    public void Lamps_light_at_pins_channels_and_expanders()
    {
        var panel = Open("""
            expanders: {leds: {chip: 74hc595, bus: /dev/spidev0.0}}
            lamps:
              dimmed: {pwm: {chip: 0, channel: 2}, brightness: 30}
              mixed: {red: leds.QA0, green: leds.QB0, blue: leds.QC0}
              plain: {pin: GPIO17, active-low: yes}
            """);
        Assert.Equal(["dimmed", "mixed", "plain"], panel.Lamps.Select(lamp => lamp.Name));
        foreach (var lamp in panel.Lamps)
        {
            lamp.Sign = new LampSign(LampPattern.On, LampColour.Amber);
        }

        Assert.Equal((0.3, 0b011UL, false), (_pins.DutyCycleOf(0, 2), _leds.Outputs, _pins.LevelOf("GPIO17")));
        Assert.Empty(panel.Faults);
    }

    [Fact]
    public void At_the_end_everything_is_dark_and_given_back()
    {
        var panel = Open("lamps: {plain: {pin: GPIO17}}\nrelays: {bypass: {pin: GPIO18, power-fail: {line: fxo1, phone: fxs1}}}");
        panel.Lamps[0].Pattern = LampPattern.On;
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.True(_pins.LevelOf("GPIO18"));
        panel.Dispose();
        Assert.False(_pins.LevelOf("GPIO17"));
        Assert.False(_pins.LevelOf("GPIO18"));
        _pins.Pin("GPIO17").CreateDigitalOutputPort().Dispose();
    }

    [Fact]
    public void Buttons_tell_their_stages()
    {
        var panel = Open("buttons: {reset: {pin: GPIO27, active-low: yes, hold: {restart: 3 s}}}");
        var told = new List<string>();
        panel.Buttons[0].StageReached += stage => told.Add($"{stage.Action}");
        _pins.SetLevel("GPIO27", false);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(["Restart"], told);
        Assert.Equal("reset", panel.Buttons[0].Name);
    }

    [Fact]
    public void A_power_fail_relay_stands_before_its_line()
    {
        var panel = Open("relays: {bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}}");
        var relay = Assert.Single(panel.PowerFail);
        Assert.NotNull(relay.Line.Fault);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.True(_pins.LevelOf("GPIO22"));
        Assert.Null(relay.Line.Fault);
        panel.Leave();
        Assert.False(_pins.LevelOf("GPIO22"));
    }

    [Fact]
    public void A_power_fail_relay_without_its_pin_keeps_its_line_out_of_order()
    {
        using var taken = _pins.Pin("GPIO22").CreateDigitalOutputPort();
        var panel = Open("relays: {bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}}");
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(BypassState.Waiting, panel.PowerFail[0].State);
        Assert.Contains("Its pin could not be taken.", panel.PowerFail[0].Line.Fault, StringComparison.Ordinal);
        Assert.StartsWith("Relay bypass cannot be used: Pin GPIO22 is in use", panel.Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_free_relay_moves_and_waits_for_a_chip_that_is_gone()
    {
        var chip = _i2c.Add(0x20, new Mcp23017Model());
        var panel = Open("""
            expanders: {more: {chip: mcp23017, bus: /dev/i2c-1, address: 0x20}}
            relays: {bell: {pin: more.GPA0}, bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}}
            """);
        Assert.Single(panel.PowerFail);
        var bell = Assert.Single(panel.Relays);
        bell.IsPulled = true;
        Assert.Equal(1, chip.Pins);

        _i2c.IsBroken = true;
        bell.IsPulled = false;
        Assert.StartsWith("Relay bell cannot be moved: ", bell.Fault, StringComparison.Ordinal);
        Assert.Contains(bell.Fault, panel.Faults);
        _i2c.IsBroken = false;
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(bell.Fault);
        Assert.Equal(0, chip.Pins);

        bell.IsPulled = true;
        panel.Dispose();
        Assert.Equal(0, chip.Pins);
    }

    [Fact]
    public void Buzzer_and_power_supply_are_there()
    {
        var panel = Open("buzzer: {pin: GPIO6}\nups: {on-battery: {pin: GPIO5}, battery-low: {pin: GPIO7}}");
        panel.Buzzer!.Play(BuzzerPattern.Beep);
        Assert.True(_pins.LevelOf("GPIO6"));
        _pins.SetLevel("GPIO5", true);
        _pins.SetLevel("GPIO7", true);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(PowerState.BatteryLow, panel.Power!.State);
    }

    [Fact]
    public void A_part_that_cannot_be_opened_is_told_and_the_others_work()
    {
        using var taken = _pins.Pin("GPIO17").CreateDigitalOutputPort();
        var panel = Open("""
            expanders: {keys: {chip: mcp23017, bus: /dev/i2c-9, address: 0x20}}
            lamps: {first: {pin: GPIO17}, second: {pin: GPIO18}, third: {pin: keys.GPA0}}
            buttons: {night: {pin: keys.GPA1, press: night}}
            """);
        Assert.Equal(["second"], panel.Lamps.Select(lamp => lamp.Name));
        Assert.Empty(panel.Buttons);
        Assert.Equal(
            [
                "Lamp first cannot be used: Pin GPIO17 is in use already. Give it to one thing only.",
                "Lamp third cannot be used: Expander keys cannot be opened.",
                "Button night cannot be used: Expander keys cannot be opened.",
                "Expander keys cannot be opened: There is no /dev/i2c-9.",
            ],
            panel.Faults);
    }

    [Fact]
    public void A_chip_that_is_missing_at_the_start_is_a_fault_until_it_is_there()
    {
        var panel = Open("""
            expanders:
              keys: {chip: mcp23017, bus: /dev/i2c-1, address: 0x20, interrupt: GPIO4}
              more: {chip: pcf8574, bus: /dev/i2c-1, address: 0x38}
            lamps: {first: {pin: keys.GPA0}}
            buttons: {night: {pin: more.P0, active-low: yes, press: night}}
            """);
        panel.Lamps[0].Pattern = LampPattern.On;
        const string Words = "Expander keys does not answer: Nobody acknowledges at 0x20.";
        Assert.Contains(Words, panel.Faults);
        Assert.Contains($"Lamp first cannot be switched: {Words}", panel.Faults);
        Assert.Single(panel.Buttons);

        var chip = _i2c.Add(0x20, new Mcp23017Model());
        _i2c.Add(0x38, new Pcf8574Model());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(panel.Faults);
        Assert.Equal(1, chip.Pins);
        panel.Dispose();
        Assert.Equal(0, chip.Pins);
        Assert.True(_i2c.IsDisposed);
    }

    [Fact]
    public void A_chip_that_is_gone_at_the_end_keeps_nothing_else_from_rest()
    {
        _i2c.Add(0x38, new Pcf8574Model());
        var panel = Open("""
            expanders: {keys: {chip: pcf8574, bus: /dev/i2c-1, address: 0x38}}
            relays: {bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}}
            lamps: {plain: {pin: keys.P0}}
            """);
        panel.Lamps[0].Pattern = LampPattern.On;
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.True(_pins.LevelOf("GPIO22"));

        _i2c.IsBroken = true;
        panel.Dispose();
        Assert.False(_pins.LevelOf("GPIO22"));
        Assert.True(_i2c.IsDisposed);
    }

    [Fact]
    public void Simulated_pins_have_no_buses()
    {
        var board = Board("expanders: {keys: {chip: pcf8574, bus: /dev/i2c-1, address: 0x38}}");
        using var panel = PanelSet.Create(board, new SimulatedPanelHardware(_time), Lines, _time);
        Assert.Contains("pins: linux", Assert.Single(panel.Faults), StringComparison.Ordinal);
    }

    IPwmPort IPanelHardware.OpenPwm(int chip, int channel) => _pins.CreatePwmPort(chip, channel);

    II2cBus IPanelHardware.OpenI2c(string device) =>
        device == "/dev/i2c-1" ? _i2c : throw new IOException($"There is no {device}.");

    ISpiBus IPanelHardware.OpenSpi(string device, SpiClockConfiguration clock) =>
        device == "/dev/spidev0.0" ? _leds : throw new IOException($"There is no {device}.");

    private Dictionary<string, IFxoPort> Lines => new() { ["fxo1"] = _line };

    private PanelSet Open(string parts) => _panel = PanelSet.Create(Board(parts), this, Lines, _time);

    private static Board Board(string parts) => BoardReader
        .Read($"name: b\ncards: [{{name: card-1, driver: simulated, fxo: 1, fxs: 1}}]\n{parts}", "b.yaml").Board!;
}

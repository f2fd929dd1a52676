using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Gpio;
using Switchhook.Testing;
using Switchhook.Testing.Chips;

namespace Switchhook.Tests.Hardware.Expanders;

public sealed class ShiftRegisterTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(1, "QA0", 0)]
    [InlineData(1, "QH0", 7)]
    [InlineData(3, "QA0", 0)]
    [InlineData(3, "QC1", 10)]
    [InlineData(3, "QH2", 23)]
    [InlineData(8, "QH7", 63)]
    public void A_pin_of_the_chain_is_where_its_name_says(int chips, string pin, int bit)
    {
        var chain = new Hc595Model(chips);
        using var expander = new ShiftRegister74Hc595("leds", chain, chips, _time);
        using var port = expander.Pin(pin).CreateDigitalOutputPort();
        port.State = true;
        Assert.Equal(1UL << bit, chain.Outputs);
        port.State = false;
        Assert.Equal(0UL, chain.Outputs);
    }

    [Fact]
    public void A_latch_pin_moves_all_outputs_at_once()
    {
        var chain = new Hc595Model(2, latchedByChipSelect: false);
        using var expander = new ShiftRegister74Hc595("leds", chain, 2, _time, chain.Latch);
        using var first = expander.Pin("QB0").CreateDigitalOutputPort(initialState: true);
        using var second = expander.Pin("QA1").CreateDigitalOutputPort(initialState: true);
        Assert.Equal(0b1_0000_0010UL, chain.Outputs);
    }

    [Fact]
    public void A_bus_that_fails_is_told_and_the_level_comes_when_it_is_back()
    {
        var chain = new Hc595Model(1);
        using var expander = new ShiftRegister74Hc595("leds", chain, 1, _time);
        using var port = expander.Pin("QA0").CreateDigitalOutputPort();
        chain.IsBroken = true;
        var failure = Assert.Throws<IOException>(() => port.State = true);
        Assert.Equal("Expander leds does not answer: The bus is stuck.", failure.Message);
        Assert.Equal(failure.Message, expander.Fault);

        chain.IsBroken = false;
        _time.Advance(Expander.RefreshInterval);
        Assert.Null(expander.Fault);
        Assert.Equal(1UL, chain.Outputs);
        Assert.True(port.State);
    }

    [Fact]
    public void A_chain_that_lost_its_power_shows_the_right_levels_within_a_second()
    {
        var chain = new Hc595Model(1);
        using var expander = new ShiftRegister74Hc595("leds", chain, 1, _time);
        using var port = expander.Pin("QD0").CreateDigitalOutputPort(initialState: true);
        chain.PowerUp();
        _time.Advance(Expander.RefreshInterval);
        Assert.Equal(0b1000UL, chain.Outputs);
    }

    [Fact]
    public void A_pin_that_is_taken_unknown_another_chips_or_an_open_drain_is_refused()
    {
        using var expander = new ShiftRegister74Hc595("leds", new Hc595Model(1), 1, _time);
        using var other = new ShiftRegister74Hc595("more", new Hc595Model(1), 1, _time);
        var port = expander.Pin("QA0").CreateDigitalOutputPort();
        Refused("in use already", () => expander.Pin("QA0").CreateDigitalOutputPort());
        Refused("It has: QA0, QB0", () => expander.Pin("QA1"));
        Refused("does not belong", () => expander.CreateDigitalOutputPort(other.Pin("QA0")));
        Refused("push-pull", () => expander.CreateDigitalOutputPort(expander.Pin("QB0"), false, OutputType.OpenDrain));
        Refused("cannot be an input", () => expander.Pin("QB0").CreateDigitalInterruptPort(ResistorMode.Disabled));
        port.Dispose();
        Assert.Throws<ObjectDisposedException>(() => port.State = true);
        expander.Pin("QA0").CreateDigitalOutputPort().Dispose();
    }

    [Fact]
    public async Task Lamps_may_be_switched_from_several_threads()
    {
        var chain = new Hc595Model(1);
        using var expander = new ShiftRegister74Hc595("leds", chain, 1, TimeProvider.System);
        var ports = "ABCDEFGH".Select(letter => expander.Pin($"Q{letter}0").CreateDigitalOutputPort()).ToList();
        await Task.WhenAll(ports.Select(port => Task.Run(() =>
        {
            for (var i = 0; i < 1001; i++)
            {
                port.State = i % 2 == 0;
            }
        })));
        Assert.Equal(0xFFUL, chain.Outputs);
    }

    private static void Refused(string words, Action work) =>
        Assert.Contains(words, Assert.Throws<IOException>(work).Message, StringComparison.Ordinal);
}

using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.ProSlic;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>How chips come up, and the words of each check that fails.</summary>
public sealed class BringUpTests
{
    [Fact]
    public void All_chips_are_identified_and_come_up_by_themselves()
    {
        using var rig = new ProSlicRig();
        Assert.All(rig.Ports, port => Assert.Equal($"{port.Name} is being started.", port.Fault));
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 10_000);
        rig.Run(100);
        Assert.Contains("The Si3050 of fxo1 (chip 1 of the chain) is revision 4, its line side is an Si3019 of revision 4.", rig.Told);
        Assert.Contains("The Si3210 of fxs2 (chip 4 of the chain) is revision 5.", rig.Told);
        Assert.All(rig.Ports, port => Assert.Equal([LineEventKind.FaultCleared], rig.Kinds(port)));
        Assert.True(rig.Fxo.HasBattery);
        Assert.Equal(-48, rig.Fxo.Readings.Volts);
        Assert.Equal(-48, rig.Fxs.Readings.Volts);
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.False(rig.Fxo.IsOffHook || rig.Fxs.IsOffHook);
    }

    [Theory]
    [InlineData("dead", 0, "does not answer on the control bus (register 2 reads 0xFF)")]
    [InlineData("dead", 2, "does not answer on the control bus (register 0 reads 0xFF)")]
    [InlineData("identity", 0, "answers as another chip does (register 2 reads 0x47 instead of 0x03)")]
    [InlineData("identity", 2, "answers as another chip does (register 0 reads 0xB5)")]
    [InlineData("line side", 0, "gets no link to its line side within 2 s")]
    [InlineData("register", 0, "does not keep its settings (register 26 reads 0x00 instead of 0xC0)")]
    [InlineData("indirect", 2, "does not keep its settings (indirect register 29 reads 0x0000 instead of 0x3600)")]
    [InlineData("access", 2, "does not finish an indirect access")]
    [InlineData("converter", 2, "gets only 4.9 V from its DC-DC converter instead of 72 V")]
    [InlineData("leak", 2, "loses its battery within 500 ms")]
    [InlineData("calibration", 2, "does not finish its calibration within 2 s, twice")]
    public void A_check_that_fails_names_the_fault_and_the_chip_comes_up_once_it_is_mended(string what, int chip, string words)
    {
        using var rig = new ProSlicRig();
        Break(rig.Chips.Faults[chip], what, broken: true);
        var port = chip == 0 ? (IAnalogPort)rig.Fxo : rig.Fxs;
        rig.Until(() => rig.Ports.All(one => (one.Fault is null) != (one == port)) && !port.Fault!.Contains("started"), 15_000);
        Assert.Contains(words, port.Fault, StringComparison.Ordinal);
        Assert.StartsWith($"The Si{(chip == 0 ? 3050 : 3210)} of {port.Name} (chip {chip + 1} of the chain)", port.Fault);
        Assert.Empty(rig.Events[port.Name]);
        Break(rig.Chips.Faults[chip], what, broken: false);
        rig.Until(() => port.Fault is null, 60_000);
        Assert.Equal([LineEventKind.FaultCleared], rig.Kinds(port));
    }

    [Fact]
    public void A_chip_that_stays_broken_is_tried_less_and_less()
    {
        using var rig = new ProSlicRig();
        rig.FxoFaults.IsDead = true;
        rig.Until(() => rig.Fxo.Fault!.Contains("does not answer", StringComparison.Ordinal), 2000);
        rig.Run(150_000);
        rig.FxoFaults.IsDead = false;
        rig.Run(500);
        Assert.NotNull(rig.Fxo.Fault);
        rig.Until(() => rig.Fxo.Fault is null, 61_000);
    }

    [Fact]
    public void A_chain_of_lines_only_or_telephones_only_comes_up_too()
    {
        using var lines = new ProSlicRig(chain: [.. Enumerable.Repeat(PortKind.Fxo, 16)]);
        lines.Until(() => lines.Ports.All(port => port.Fault is null), 5000);
        using var phones = new ProSlicRig(chain: [.. Enumerable.Repeat(PortKind.Fxs, 8)]);
        phones.Until(() => phones.Ports.All(port => port.Fault is null), 20_000);
    }

    [Fact]
    public void A_bus_that_cannot_be_opened_is_named_and_tried_again()
    {
        var missing = true;
        using var rig = new ProSlicRig(buses: (chips, _) => new(
            () => missing ? throw new IOException("There is no /dev/spidev0.0.") : chips.Spi, () => chips.Sound));
        rig.Run(100);
        Assert.All(rig.Ports, port => Assert.Equal(
            "The control bus of card card cannot be opened: There is no /dev/spidev0.0.", port.Fault));
        missing = false;
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 10_000);
    }

    [Fact]
    public void A_sound_device_with_too_few_channels_is_named()
    {
        using var rig = new ProSlicRig(channels: 2);
        rig.Run(6000);
        Assert.All(rig.Ports, port => Assert.Contains("has 2 channels for 4 chips", port.Fault));
    }

    [Fact]
    public void The_reset_pin_is_pulled_before_the_first_word()
    {
        var reset = new FakeOutputPort();
        using var rig = new ProSlicRig(buses: (chips, _) => new(() => chips.Spi, () => chips.Sound, () => reset));
        rig.Run(5);
        Assert.Equal([false, true], reset.Levels);
        Assert.Equal(0, rig.Chips.Spi.Transfers);
        rig.Run(20);
        Assert.Equal([false, true, false], reset.Levels);
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 10_000);
        rig.Dispose();
        Assert.True(reset.IsDisposed);
    }

    private static void Break(ChipFaults chip, string what, bool broken)
    {
        switch (what)
        {
            case "dead":
                chip.IsDead = broken;
                break;
            case "identity":
                chip.HasWrongIdentity = broken;
                break;
            case "line side":
                chip.HasNoLineSide = broken;
                break;
            case "register":
                chip.StuckRegister = broken ? 26 : -1;
                break;
            case "indirect":
                chip.StuckIndirect = broken ? 29 : -1;
                break;
            case "access":
                chip.IndirectHangs = broken;
                break;
            case "converter":
                chip.ConverterFails = broken;
                break;
            case "leak":
                chip.Leaks = broken;
                break;
            case "calibration":
                chip.CalibrationHangs = broken;
                break;
            default:
                throw new ArgumentException($"There is no fault \"{what}\".", nameof(what));
        }
    }
}

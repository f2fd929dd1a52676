using Switchhook.Hardware.Boards;
using Switchhook.Hardware.ProSlic.Spi;
using Switchhook.Hardware.Simulated.ProSlic;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>The bytes on the control bus.</summary>
public sealed class SpiTests
{
    [Theory]
    [InlineData(PortKind.Fxo, 0, "20 1A C0", "60 1A 00")]
    [InlineData(PortKind.Fxo, 1, "28 1A C0", "68 1A 00")]
    [InlineData(PortKind.Fxo, 2, "24 1A C0", "64 1A 00")]
    [InlineData(PortKind.Fxo, 15, "2F 1A C0", "6F 1A 00")]
    [InlineData(PortKind.Fxs, 0, "01 1A C0", "01 9A 00")]
    [InlineData(PortKind.Fxs, 3, "08 1A C0", "08 9A 00")]
    public void A_command_is_three_bytes_as_the_data_sheets_have_them(PortKind kind, int place, string write, string read)
    {
        var frame = new SpiFrame().Write(new ChipAddress(kind, place), 0x1A, 0xC0);
        Assert.Equal(0, frame.Read(new ChipAddress(kind, place), 0x1A) - 1);
        Assert.Equal($"{write} {read}", string.Join(' ', frame.Sent.ToArray().Select(one => $"{one:X2}")));
    }

    [Fact]
    public void Places_count_among_the_chips_of_a_kind()
    {
        PortKind[] chain = [PortKind.Fxs, PortKind.Fxo, PortKind.Fxs, PortKind.Fxo];
        Assert.Equal(
            [new(PortKind.Fxs, 0), new(PortKind.Fxo, 0), new(PortKind.Fxs, 1), new ChipAddress(PortKind.Fxo, 1)],
            Enumerable.Range(0, 4).Select(index => ChipAddress.Of(chain, index)));
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    [InlineData(8, 1)]
    [InlineData(0, 8)]
    public void Each_chip_of_the_fullest_chains_is_reached_and_no_other(int lines, int phones)
    {
        Assert.Equal(phones, ProSlicCardSettings.MostTelephones(lines));
        PortKind[] kinds = [.. Enumerable.Repeat(PortKind.Fxo, lines), .. Enumerable.Repeat(PortKind.Fxs, phones)];
        var (chain, _) = Open(kinds);

        // An on-hook voltage and a ring validation register, which do nothing by themselves, get a value of each chip's own.
        for (var k = 0; k < kinds.Length; k++)
        {
            new ChipLink(chain, k).Write(Scratch(kinds[k]), (byte)(k + 1));
        }

        for (var k = 0; k < kinds.Length; k++)
        {
            Assert.Equal(k + 1, new ChipLink(chain, k).Read(Scratch(kinds[k])));
        }
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 4)]
    [InlineData(4, 3)]
    [InlineData(8, 2)]
    [InlineData(9, 1)]
    public void One_chip_more_than_allowed_would_be_disturbed(int lines, int phones)
    {
        PortKind[] kinds = [.. Enumerable.Repeat(PortKind.Fxo, lines), .. Enumerable.Repeat(PortKind.Fxs, phones)];
        var (chain, chips) = Open(kinds);
        var last = new ChipLink(chain, kinds.Length - 1);
        for (var k = 0; k < lines; k++)
        {
            last.Write(Scratch(PortKind.Fxs), 0x55);
            new ChipLink(chain, k).Write(Scratch(PortKind.Fxs), 0x2A);
            new ChipLink(chain, k).Write(Scratch(PortKind.Fxo), 0x2A);
        }

        var disturbed = last.Read(Scratch(PortKind.Fxs)) != 0x55
            || Enumerable.Range(0, lines).Any(k => new ChipLink(chain, k).Read(Scratch(PortKind.Fxo)) != 0x2A);
        for (var k = 0; k < lines && !disturbed; k++)
        {
            // A read answers wrongly where two chips drive the line back.
            last.Write(Scratch(PortKind.Fxo), 0);
            disturbed = new ChipLink(chain, k).Read(Scratch(PortKind.Fxo)) != 0x2A;
        }

        Assert.True(disturbed);
        Assert.True(chips.Spi.Transfers > 0);
    }

    [Fact]
    public void One_transfer_looks_at_all_chips()
    {
        using var rig = ProSlicRig.Up();
        var before = rig.Chips.Spi.Transfers;
        rig.Run(1000);
        Assert.InRange(rig.Chips.Spi.Transfers - before, 80, 105);
    }

    [Fact]
    public void With_an_interrupt_pin_a_quiet_card_is_looked_at_less_often_and_an_event_comes_at_once()
    {
        FakeInterruptPort? pin = null;
        using var rig = new ProSlicRig(buses: (chips, time) => new(
            () => chips.Spi, () => chips.Sound, null, () => pin = new FakeInterruptPort(time)));
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 10_000);
        rig.Run(3000);
        var before = rig.Chips.Spi.Transfers;
        rig.Run(1000);
        Assert.InRange(rig.Chips.Spi.Transfers - before, 15, 25);
        Assert.False(rig.Chips.IsInterrupting);
        rig.Phone.Lift();
        rig.Until(() => rig.Chips.IsInterrupting, 100);
        var at = rig.Time.Elapsed;
        pin!.Set(true);
        rig.Run(3);
        pin.Set(false);
        Assert.True(rig.Fxs.IsOffHook);
        Assert.InRange((rig.Events["fxs1"].Last().At - at).TotalMilliseconds, 0, 3);
        Assert.False(rig.Chips.IsInterrupting);
    }

    private static byte Scratch(PortKind kind) => kind == PortKind.Fxo ? (byte)22 : (byte)72;

    private static (ChipChain Chain, SimulatedChips Chips) Open(PortKind[] kinds)
    {
        var chips = new SimulatedChips(ProSlicRig.Clean, kinds, TestCountries.UnitedStates, new ManualTimeProvider(), new Random(1));
        var chain = new ChipChain(kinds);
        chain.Open(chips.Spi);
        return (chain, chips);
    }
}

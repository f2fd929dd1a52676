using Switchhook.Hardware.Countries;
using Switchhook.Hardware.ProSlic.Fxo;
using Switchhook.Hardware.ProSlic.Fxs;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>The registers of each country of the table.</summary>
public sealed class CountryRegistersTests
{
    // FXM of the table for these; the bytes of DAHDI with FULL only where DCV is 3.
    [Theory]
    [InlineData("US", 0x00, 0xC0, 0x00, 0xA3)]
    [InlineData("DE", 0x00, 0xC2, 0x03, 0xAB)]
    [InlineData("FR", 0x00, 0xC2, 0x02, 0xAB)]
    [InlineData("GB", 0x00, 0xC2, 0x05, 0xAB)]
    [InlineData("AU", 0x40, 0x30, 0x03, 0x23)]
    [InlineData("JP", 0x00, 0x30, 0x00, 0x23)]
    [InlineData("NZ", 0x00, 0xC0, 0x04, 0xA3)]
    [InlineData("JM", 0x01, 0xC0, 0x00, 0xA3)]
    [InlineData("AC", 0x00, 0xC2, 0x02, 0xA3)]
    public void Known_countries_have_the_registers_of_the_field(string code, int ringer, int dc, int ac, int control)
    {
        var registers = Of(code, Si3050.LineSideSi3019);
        Assert.Equal(
            (ringer, dc, ac, control),
            (registers[Si3050.Ringer], registers[Si3050.DcTermination], registers[Si3050.AcTermination], registers[Si3050.OnHookSpeed]));
    }

    [Fact]
    public void Every_country_maps_to_something_legal()
    {
        Assert.All(CountryTable.Codes, code =>
        {
            var registers = Of(code, Si3050.LineSideSi3019);
            Assert.InRange(registers[Si3050.AcTermination], 0, 15);
            Assert.Equal(0, registers[Si3050.Ringer] & 0xBC);
            Assert.Equal(0, registers[Si3050.DcTermination] & 0x0D);
            Assert.Equal(0x23, registers[Si3050.OnHookSpeed] & 0x77);
            var full = (registers[Si3050.OnHookSpeed] & 0x80) != 0;
            Assert.Equal(full, registers[Si3050.DcTermination] >> 6 == 3);
            Assert.Equal(full ? 0 : 3, registers[Si3050.TransmitGain]);
            Assert.Equal((registers[Si3050.Ringer] & 0x40) != 0 ? 0x50 : 0, registers[Si3050.SparkQuenching]);
            Assert.Contains(Of(code, Si3050.LineSideSi3018)[Si3050.AcTermination], new byte[] { 0, 3, 4, 15 });

            var country = CountryTable.Get(code);
            Assert.InRange(TwoWireImpedance.Of(country.Termination.Impedance), 0x08, 0x0F);
            var ring = RingGenerator.For(country.Ring);
            Assert.InRange(ring.Coefficient, 0x7800, 0x7FFF);
            Assert.InRange(ring.Amplitude, 1, 0x1FFF);
            Assert.InRange(ring.Battery, 1, 0x3F);
        });
        Assert.True(CountryTable.Codes.Count > 100);
    }

    [Theory]
    [InlineData(20.5, 45.25, 0x7EF0, 0x0160)]
    [InlineData(25, 45.25, 0x7E6C, 0x01AE)]
    public void The_ring_generator_follows_the_formula_of_the_data_sheet(double hertz, double volts, int coefficient, int amplitude)
    {
        var ring = RingGenerator.For(new RingSignal(hertz, []) { VoltsRms = volts });
        Assert.InRange(ring.Coefficient, coefficient - 2, coefficient + 2);
        Assert.InRange(ring.Amplitude, amplitude - 2, amplitude + 2);
    }

    [Fact]
    public void A_ring_voltage_that_the_chip_cannot_make_becomes_its_highest()
    {
        var ring = RingGenerator.For(new RingSignal(20, []) { VoltsRms = 90 });
        Assert.Equal(0x3F, ring.Battery);
        Assert.Equal(RingGenerator.For(new RingSignal(20, []) { VoltsRms = 1000 }), ring);
    }

    private static Dictionary<byte, byte> Of(string code, int lineSide) =>
        CountryRegisters.Of(CountryTable.Get(code).Termination, lineSide).ToDictionary(one => one.Register, one => one.Value);
}

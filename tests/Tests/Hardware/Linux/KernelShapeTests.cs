using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>What is passed to the kernel has its sizes and places; a C program printed them from its headers.</summary>
public sealed class KernelShapeTests
{
    [Fact]
    public void Structures_are_as_large_as_the_kernels() => Assert.Equal(
        [68, 16, 256, 24, 272, 592, 16, 48, 32, 16, 16, 16, 40, 8],
        [
            Unsafe.SizeOf<GpioAbi.ChipInfo>(),
            Unsafe.SizeOf<GpioAbi.Attribute>(),
            Unsafe.SizeOf<GpioAbi.LineInfo>(),
            Unsafe.SizeOf<GpioAbi.ConfigAttribute>(),
            Unsafe.SizeOf<GpioAbi.LineConfig>(),
            Unsafe.SizeOf<GpioAbi.LineRequest>(),
            Unsafe.SizeOf<GpioAbi.LineValues>(),
            Unsafe.SizeOf<GpioAbi.LineEvent>(),
            Unsafe.SizeOf<SpiAbi.Transfer>(),
            Unsafe.SizeOf<I2cAbi.Message>(),
            Unsafe.SizeOf<I2cAbi.Messages>(),
            Unsafe.SizeOf<I2cAbi.Smbus>(),
            Unsafe.SizeOf<WatchdogAbi.Info>(),
            Unsafe.SizeOf<LibC.PollEntry>(),
        ]);

    [Theory]
    [InlineData("Consumer", 256)]
    [InlineData("Config", 288)]
    [InlineData("LineCount", 560)]
    [InlineData("EventBufferSize", 564)]
    [InlineData("File", 588)]
    public void A_request_of_a_line_has_its_fields_in_place(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<GpioAbi.LineRequest>(field));

    [Theory]
    [InlineData("LineNumber", 20)]
    [InlineData("Id", 8)]
    public void An_edge_has_its_fields_in_place(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<GpioAbi.LineEvent>(field));

    // _IOC: direction in the upper 2 bits, then 14 bits of size.
    [Theory]
    [InlineData(GpioAbi.GetChipInfo, 68)]
    [InlineData(GpioAbi.GetLineInfo, 256)]
    [InlineData(GpioAbi.GetLine, 592)]
    [InlineData(GpioAbi.SetConfig, 272)]
    [InlineData(GpioAbi.GetValues, 16)]
    [InlineData(GpioAbi.SetValues, 16)]
    [InlineData(WatchdogAbi.GetSupport, 40)]
    public void Numbers_of_calls_carry_the_size_of_their_argument(uint number, int size) =>
        Assert.Equal(size, (int)(number >> 16 & 0x3FFF));

    [Fact]
    public void A_message_of_several_transfers_has_its_own_number()
    {
        Assert.Equal(0x40206B00u, SpiAbi.Message(1));
        Assert.Equal(0x44006B00u, SpiAbi.Message(32));
    }
}

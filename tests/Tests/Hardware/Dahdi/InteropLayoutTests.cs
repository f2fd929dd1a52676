using System.Runtime.InteropServices;
using Switchhook.Hardware.Dahdi.Interop;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>
/// The structures are as long as the drivers' (their request numbers carry the length), and their fields stand where theirs do.
/// </summary>
public sealed class InteropLayoutTests
{
    [Fact]
    public void Each_structure_has_the_length_that_its_request_number_says()
    {
        Assert.Equal(LengthIn(Request.GetParams), Marshal.SizeOf<ChannelParams>());
        Assert.Equal(LengthIn(Request.SetParams), Marshal.SizeOf<ChannelParams>());
        Assert.Equal(LengthIn(Request.SpanStatus), Marshal.SizeOf<SpanStatus>());
        Assert.Equal(LengthIn(Request.ChannelConfig), Marshal.SizeOf<ChannelConfig>());
        Assert.Equal(LengthIn(Request.SetBufferInfo), Marshal.SizeOf<BufferInfo>());
        Assert.Equal(LengthIn(Request.LoadZone), Marshal.SizeOf<ToneZone>());
        Assert.Equal(LengthIn(Request.SetCadence), Marshal.SizeOf<RingCadence>());
        Assert.Equal(LengthIn(Request.Dial), Marshal.SizeOf<DialOperation>());
        Assert.Equal(LengthIn(Request.AttachEchoCanceller), Marshal.SizeOf<EchoCancellerAttachment>());
        Assert.Equal(LengthIn(Request.GetVersion), Marshal.SizeOf<DriverVersion>());
        Assert.Equal(8, Marshal.SizeOf<LibC.PollFile>());
    }

    [Theory]
    [InlineData(nameof(ChannelParams.ReceivedHook), 36)]
    [InlineData(nameof(ChannelParams.Name), 48)]
    [InlineData(nameof(ChannelParams.Flash), 100)]
    [InlineData(nameof(ChannelParams.ReceivedFlash), 112)]
    [InlineData(nameof(ChannelParams.PulseAfter), 128)]
    [InlineData(nameof(ChannelParams.Alarms), 132)]
    public void The_fields_of_a_channel_stand_where_the_drivers_have_them(string field, int offset) =>
        Assert.Equal(offset, (int)Marshal.OffsetOf<ChannelParams>(field));

    [Theory]
    [InlineData(nameof(SpanStatus.Description), 24)]
    [InlineData(nameof(SpanStatus.Alarms), 64)]
    [InlineData(nameof(SpanStatus.ConfiguredChannels), 120)]
    [InlineData(nameof(SpanStatus.Location), 180)]
    [InlineData(nameof(SpanStatus.DeviceType), 260)]
    [InlineData(nameof(SpanStatus.Kind), 308)]
    public void The_fields_of_a_span_stand_where_the_drivers_have_them(string field, int offset) =>
        Assert.Equal(offset, (int)Marshal.OffsetOf<SpanStatus>(field));

    [Theory]
    [InlineData(nameof(ChannelConfig.Signalling), 44)]
    [InlineData(nameof(ChannelConfig.NetworkDevice), 60)]
    public void The_fields_of_a_configuration_stand_where_the_drivers_have_them(string field, int offset) =>
        Assert.Equal(offset, (int)Marshal.OffsetOf<ChannelConfig>(field));

    // Bits 16 to 29 of a request number are the length of its argument.
    private static int LengthIn(uint request) => (int)((request >> 16) & 0x3FFF);
}

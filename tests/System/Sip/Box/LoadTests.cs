using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Load;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>A little of <c>./appliance bench sip</c>: no figure is demanded here, only that nothing is lost.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Phones = 20;
    private const int PacketsPerSecond = 50;

    [Fact]
    public async Task Calls_one_after_the_other_and_calls_with_sound_go_through_the_box()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System);
        await using var box = await LoadBox.StartAsync(Phones, isRecording: true, limit.Token);

        var calls = await CallLoad.RunAsync(box, rate: 20, TimeSpan.FromSeconds(2), limit.Token);
        output.WriteLine($"{calls.Callers}{calls.Phones}dropped: {calls.Dropped}");
        output.WriteLine($"{calls.Per1000.TotalSeconds} s per 1000 calls, {calls.PeakBytes} bytes");
        Assert.Equal((40, 40, 0), (calls.Callers.Successful, calls.Phones.Successful, calls.Failed));
        Assert.True(calls.Cost.Processor > TimeSpan.Zero && calls.PeakBytes > 0);

        using var load = new PacketLoad(LoopbackPorts.Take());
        var seconds = TimeSpan.FromSeconds(1);
        var sound = await new MediaLoad(box, load) { Spare = TimeSpan.FromSeconds(5) }
            .RunAsync(TimeSpan.FromMilliseconds(200), seconds, limit.Token);
        output.WriteLine($"{sound}");
        Assert.InRange(sound.Packets.Sent, Phones * PacketsPerSecond, 3 * Phones * PacketsPerSecond);
        Assert.InRange(sound.Packets.Back, sound.Packets.Sent * 9 / 10, sound.Packets.Sent * 11 / 10);
    }
}

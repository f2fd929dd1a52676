using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Lines;

/// <summary>Sound between a card's thread and the media thread, and the signal that wakes the latter.</summary>
public sealed class PortSoundTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_block_passes_in_each_direction_and_transmit_is_silent_again()
    {
        var sound = new PortSound(_time);
        sound.FromWire(Block(7));
        sound.Transmit.Fill(9);

        sound.Exchange();
        var toWire = new short[LineAudio.BlockSamples];
        sound.ToWire(toWire);

        Assert.Equal(Block(7), sound.Received);
        Assert.Equal(Block(9), toWire);
        Assert.Equal(Block(0), sound.Transmit);
    }

    [Fact]
    public void What_waited_for_a_card_that_stood_still_is_not_played_when_it_comes_back()
    {
        var sound = new PortSound(_time);
        sound.Transmit.Fill(9);
        sound.Exchange();

        sound.Restart();
        var toWire = new short[LineAudio.BlockSamples];
        sound.ToWire(toWire);

        Assert.Equal(Block(0), toWire);
    }

    [Fact]
    public void Blocks_that_nobody_waited_for_are_bounded()
    {
        using var signal = new BlockSignal();
        for (var i = 0; i < BlockSignal.Most * 3; i++)
        {
            signal.Moved();
        }

        var told = 0;
        while (signal.WaitForBlock(TimeSpan.Zero))
        {
            told++;
        }

        Assert.Equal(BlockSignal.Most, told);
    }

    private static short[] Block(short value) => [.. Enumerable.Repeat(value, LineAudio.BlockSamples)];
}

using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>The card's thread moves the sound of all ports with one wake-up a block, and without allocating.</summary>
public sealed class CardSoundTests
{
    [Fact]
    public void A_block_passes_each_way_on_each_port()
    {
        using var rig = new CardRig();
        foreach (var (number, channel) in rig.Kernel.Open)
        {
            channel.Incoming = (short)(number * 100);
        }

        rig.Run(5);
        var ports = rig.Card.FxoPorts.Cast<IAnalogPort>().Concat(rig.Card.FxsPorts).ToList();
        for (var i = 0; i < ports.Count; i++)
        {
            Assert.Equal((i + 1) * 100, ports[i].Received[80]);
            ports[i].Transmit.Fill((short)(i + 1));
        }

        rig.Run(2);
        Assert.Equal([1, 2, 3, 4], rig.Kernel.Open.OrderBy(one => one.Key).Select(one => (int)one.Value.LastWritten));
    }

    [Fact]
    public void The_clock_tells_each_block_once_and_two_blocks_wait_in_the_kernel()
    {
        using var rig = new CardRig();
        rig.Run(3);
        Drain(rig);
        var before = rig.Card.Blocks;
        rig.Run(5);

        Assert.Equal(5, Drain(rig));
        Assert.Equal(before + 5, rig.Card.Blocks);
        Assert.All(rig.Kernel.Open.Values, channel => Assert.Equal(2, channel.Queued));
    }

    [Fact]
    public void An_event_or_a_command_between_two_blocks_moves_no_sound()
    {
        using var rig = new CardRig();
        rig.Run(3);
        var written = rig.FxoChannel.Written;
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Wake();

        Assert.Equal(1, rig.Kernel.Wait.Woken);
        Assert.Equal(written, rig.FxoChannel.Written);
    }

    [Fact]
    public void After_a_stall_the_delay_does_not_stay()
    {
        using var rig = new CardRig();
        rig.Run(5);
        for (var i = 0; i < 6; i++)
        {
            rig.Time.Advance(LineAudio.BlockDuration);
            rig.Kernel.FillBlocks();
        }

        rig.Card.Step();
        Assert.All(rig.Kernel.Open.Values, channel => Assert.Equal(2, channel.Queued));
        Assert.Empty(rig.Events);
    }

    [Fact]
    public void Events_that_come_in_the_middle_of_the_sound_are_taken_and_no_block_is_lost()
    {
        using var rig = new CardRig();
        rig.Run(5);
        var lost = rig.Card.LostSamples;
        for (var i = 0; i < 20; i++)
        {
            rig.FxsChannel.Loop(closes: i % 2 == 0);
            rig.Run();
        }

        Assert.Equal(20, rig.Take(rig.Fxs).Length);
        Assert.Equal(lost, rig.Card.LostSamples);
    }

    [Fact]
    public void Hanging_up_the_clock_hands_it_on_so_that_the_other_ports_keep_their_time()
    {
        using var rig = new CardRig();
        rig.Run(5);
        Assert.Same(rig.FxoChannel, rig.Kernel.Wait.ClockChannel);
        rig.Fxo.SetOffHook(true);
        rig.Run();
        rig.Fxo.SetOffHook(false);
        rig.Run(5);

        Assert.NotSame(rig.FxoChannel, rig.Kernel.Wait.ClockChannel);
        Assert.Equal(4, rig.Kernel.Wait.Watched.Count);
        rig.FxoChannel.Incoming = 55;
        rig.Run(2);
        Assert.Equal(55, rig.Fxo.Received[0]);
    }

    [Fact]
    public void Gains_make_the_sound_louder_or_softer_and_clip_it()
    {
        using var rig = new CardRig(settings: new DahdiCardSettings { ReceiveGainDb = 6.0206, SendGainDb = -6.0206 });
        rig.FxoChannel.Incoming = 1000;
        rig.Run(5);
        Assert.InRange(rig.Fxo.Received[0], 1999, 2001);
        rig.FxoChannel.Incoming = 30_000;
        rig.Fxo.Transmit.Fill(1000);
        rig.Run(2);

        Assert.Equal(short.MaxValue, rig.Fxo.Received[0]);
        Assert.InRange(rig.FxoChannel.LastWritten, 499, 501);
    }

    [Fact]
    public void The_step_of_the_thread_allocates_nothing()
    {
        using var rig = new CardRig(fxo: 12, fxs: 12);
        foreach (var channel in rig.Kernel.Open.Values)
        {
            channel.Notes = false;
        }

        rig.Run(50);
        for (var i = 0; i < 100; i++)
        {
            rig.Time.Advance(LineAudio.BlockDuration);
            rig.Kernel.FillBlocks();
            rig.Card.FxsPorts[i % 12].Transmit.Fill(300);
            Assert.Equal(0, Allocation.Of(() =>
            {
                rig.Card.Step();
                rig.Card.ExchangeBlock();
            }));
        }
    }

    [Fact]
    public void Channels_that_begin_elsewhere_are_brought_into_step_and_left_alone_then()
    {
        using var rig = new CardRig();
        rig.Run(10);
        var written = rig.Kernel.Open.Values.Select(channel => channel.Written).ToList();
        rig.Run(10);

        Assert.Equal(written.Select(count => count + 10), rig.Kernel.Open.Values.Select(channel => channel.Written));
    }

    [Fact]
    public void Hook_and_sound_end_with_the_card()
    {
        var rig = new CardRig();
        rig.Run(3);
        var channels = rig.Kernel.Open.Values.ToList();
        rig.Dispose();
        rig.Dispose();

        Assert.Empty(rig.Kernel.Open);
        Assert.All(channels, channel => Assert.Equal(nameof(HookCommand.OnHook), channel.Commands[^1]));
    }

    private static int Drain(CardRig rig)
    {
        var told = 0;
        while (rig.Card.Clock.WaitForBlock(TimeSpan.Zero))
        {
            told++;
        }

        return told;
    }
}

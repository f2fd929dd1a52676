using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>Cards that are missing, go, fail in part or stand still, and come back by themselves.</summary>
public sealed class CardFaultTests
{
    [Fact]
    public void A_card_that_is_unplugged_is_a_fault_of_all_its_ports_and_it_comes_back()
    {
        using var rig = new CardRig();
        rig.Run(3);
        rig.Fxo.SetOffHook(true);
        rig.Run();
        rig.Kernel.Unplug(1);
        rig.Wake();

        Assert.Equal(4, rig.Events.Count(one => one.Kind == LineEventKind.FaultBegan));
        Assert.StartsWith("The card card-2 is gone", rig.Fxs.Fault, StringComparison.Ordinal);
        Assert.Equal((false, LineFeed.Open), (rig.Fxo.IsOffHook, rig.Fxs.Feed));
        Assert.Empty(rig.Kernel.Open);

        // Other numbers than before, and the phone on fxs4 is off-hook.
        rig.Kernel.Plug(3, 11, 2, 2);
        rig.Run(101);
        Assert.Equal(1, rig.Search());
        rig.Run();
        rig.Kernel.Open[13].Seen = ReceivedHook.OffHook;
        rig.Run(2);

        Assert.Equal([LineEventKind.FaultBegan, LineEventKind.FaultCleared], rig.Take(rig.Fxo));
        Assert.Null(rig.Fxs.Fault);
        Assert.True(rig.Fxs.IsOffHook);
        Assert.Contains(rig.Told, told => told.Contains("fxo4: works again", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_ends_with_the_first_block_and_not_before()
    {
        using var rig = new CardRig();
        rig.Run(3);
        rig.Kernel.Unplug(1);
        rig.Run(102);
        rig.Kernel.Plug(1, 1, 2, 2);
        rig.Search();
        rig.Wake();
        Assert.NotNull(rig.Fxo.Fault);
        rig.Fxo.SetOffHook(true);
        Assert.False(rig.Fxo.IsOffHook);
        rig.Run(3);
        Assert.Null(rig.Fxo.Fault);
        Assert.False(rig.Fxo.IsOffHook);
    }

    [Fact]
    public void A_card_that_stays_away_is_looked_for_ever_more_seldom()
    {
        using var rig = new CardRig(kernel => kernel.Missing = "There is no driver.");
        Assert.Equal("There is no driver.", rig.Fxo.Fault);
        var searches = new List<double>();
        for (var i = 0; i < 3000; i++)
        {
            rig.Run();
            if (rig.Search() > 0)
            {
                searches.Add(Math.Round(rig.Time.Elapsed.TotalSeconds));
            }
        }

        Assert.Equal([2, 6, 14, 24, 34, 44, 54], searches);
        Assert.Single(rig.Told, told => told.Contains("fxo4", StringComparison.Ordinal));
        Assert.Empty(rig.Events);
    }

    [Fact]
    public void One_channel_that_fails_is_one_port_that_fails()
    {
        using var rig = new CardRig();
        rig.Run(3);
        rig.Kernel.Open[2].Broken = Outcome.Failed;
        rig.Run(10);

        Assert.Equal([("fxo5", LineEventKind.FaultBegan)], rig.Events.Select(one => (one.Port, one.Kind)));
        Assert.Contains("error 5", rig.Card.FxoPorts[1].Fault, StringComparison.Ordinal);
        rig.Fxo.Transmit.Fill(42);
        rig.Run(2);
        Assert.Equal(42, rig.FxoChannel.LastWritten);

        rig.Run(100);
        rig.Search();
        rig.Run(5);
        Assert.Equal([LineEventKind.FaultBegan, LineEventKind.FaultCleared], rig.Take(rig.Card.FxoPorts[1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_channel_without_blocks_is_a_fault_of_its_port_even_where_it_is_the_clock(int channel)
    {
        using var rig = new CardRig();
        rig.Run(3);
        rig.Kernel.Silent.Add(channel);
        rig.Run(9);
        Assert.Empty(rig.Events);
        rig.Run(3);

        var fault = Assert.Single(rig.Events);
        Assert.Equal(channel == 1 ? "fxo4" : "fxs5", fault.Port);
        var before = rig.Card.Blocks;
        rig.Run(10);
        Assert.Equal(before + 10, rig.Card.Blocks);
    }

    [Fact]
    public void Sound_that_waited_while_the_card_stood_still_is_not_played()
    {
        using var rig = new CardRig();
        rig.Run(3);
        rig.Kernel.Silent.UnionWith([1, 2, 3, 4]);
        for (var i = 0; i < 6; i++)
        {
            rig.Fxo.Transmit.Fill(9);
            rig.Run();
        }

        rig.Kernel.Silent.Clear();
        rig.Run(2);
        Assert.Equal(0, rig.FxoChannel.LastWritten);
    }

    [Fact]
    public void A_card_without_blocks_is_a_fault_of_the_card()
    {
        using var rig = new CardRig();
        rig.Run(3);
        rig.Kernel.Silent.UnionWith([1, 2, 3, 4]);
        rig.Run(12);

        Assert.Equal(4, rig.Events.Count);
        Assert.All(rig.Card.FxoPorts, port => Assert.Contains("stands still", port.Fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_ports_say_how_many_there_are_and_what_to_check()
    {
        using var rig = new CardRig(kernel => kernel.Plug(1, 1, 1, 2));
        rig.Run(3);

        Assert.Null(rig.Fxo.Fault);
        Assert.Equal(
            "The board wants 2 FXO ports of the card card-2, and the DAHDI drivers show 1: check that the card is plugged in, its modules "
                + "sit in their sockets, and its driver is loaded.",
            rig.Card.FxoPorts[1].Fault);
    }

    [Fact]
    public void A_channel_that_another_program_uses_is_taken_once_it_is_free()
    {
        using var rig = new CardRig(kernel =>
        {
            kernel.Plug(1, 1, 2, 2);
            kernel.Busy.Add(3);
        });
        rig.Run(3);
        Assert.Contains("in use by another program", rig.Fxs.Fault, StringComparison.Ordinal);
        rig.Kernel.Busy.Clear();
        rig.Run(100);
        rig.Search();
        rig.Run(4);
        Assert.Null(rig.Fxs.Fault);
    }

    [Fact]
    public void The_box_assigns_and_configures_what_nobody_has_configured()
    {
        using var rig = new CardRig(
            kernel => kernel.PlugUnassigned(1, 1, 2, 2), new DahdiCardSettings { Device = "ANALOG", EchoCanceller = "mg2" });

        Assert.Equal(
            ["assign pci:1", "zone", "configure 1 FxsKewlStart", "start 1", "echo 1 mg2", "configure 2 FxsKewlStart"],
            rig.Kernel.Calls.Take(6));
        Assert.Contains("configure 4 FxoKewlStart", rig.Kernel.Calls);
        Assert.True(rig.FxsChannel.CancelsEcho);
    }

    [Fact]
    public void Only_spans_of_the_named_device_are_taken_in_their_order()
    {
        using var rig = new CardRig(
            kernel =>
            {
                kernel.Plug(1, 1, 2, 2, "OTHER/0", "slot 9");
                kernel.Plug(2, 5, 1, 1, "CARD/0", "slot 1");
                kernel.Plug(3, 7, 1, 1, "CARD/1", "slot 2");
            },
            new DahdiCardSettings { Device = "card/" });

        Assert.Equal([5, 6, 7, 8], rig.Kernel.Open.Keys.Order());
    }

    [Fact]
    public void One_of_two_cards_that_goes_takes_no_port_of_the_other_and_finds_its_own_again()
    {
        using var rig = new CardRig(kernel =>
        {
            kernel.Plug(1, 1, 1, 1, "CARD/0", "slot 1");
            kernel.Plug(2, 3, 1, 1, "CARD/1", "slot 2");
        });
        rig.Run(3);
        rig.Kernel.Unplug(1);
        rig.Run(101);
        rig.Search();
        rig.Run(3);
        Assert.Equal([3, 4], rig.Kernel.Open.Keys.Order());
        Assert.NotNull(rig.Fxo.Fault);
        Assert.Null(rig.Card.FxoPorts[1].Fault);

        rig.Kernel.Plug(1, 1, 1, 1, "CARD/0", "slot 1");
        rig.Run(250);
        rig.Search();
        rig.Run(5);
        Assert.Null(rig.Fxo.Fault);
    }
}

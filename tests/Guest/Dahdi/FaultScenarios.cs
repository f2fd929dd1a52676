using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Lines;

namespace Switchhook.Guest.Dahdi;

/// <summary>What breaks while people talk: calls on other lines go on, the fault is told in words, recovery is by itself.</summary>
[Group("dahdi")]
public sealed class FaultScenarios(Measurements measured) : IDisposable
{
    private readonly DahdiStage _stage = new();
    private readonly SimulatedLines _otherBox = new(2);
    private readonly SimulatedLines _otherWorld = new(3);

    /// <summary>A cord is out: its line has no battery, the line beside it talks on.</summary>
    [Scenario(120)]
    public async Task An_unplugged_line_loses_its_battery_and_no_other()
    {
        await _stage.Ready();
        await _stage.Talk(1);
        _stage.BoxLines.Unplugged = 1 << 0;
        await _stage.Box.Fxo[0].Expect(LineEventKind.BatteryLost, 5);
        Check.That(!_stage.Box.Fxo[0].Fxo.HasBattery, "The port says that its line has battery.");
        await Conversation.Carries(_stage.World.Fxs[1], _stage.Box.Fxo[1], "beside it", measured);
        Check.That(_stage.Box.Fxo[1].Fxo.HasBattery, "The line beside it lost its battery too.");
        _stage.BoxLines.Unplugged = 0;
        await _stage.Box.Fxo[0].Expect(LineEventKind.BatteryRestored, 5);
    }

    /// <summary>A card is pulled out: its ports have a fault, another card's call goes on; plugged in, it works again.</summary>
    [Scenario(180)]
    public async Task A_card_that_is_pulled_out_comes_back_by_itself_and_another_cards_call_goes_on()
    {
        var (otherBox, otherWorld) = (_stage.Open(_otherBox), _stage.Open(_otherWorld));
        await _stage.Ready();
        await _stage.Talk(0);
        await _stage.Talk(0, otherBox, otherWorld);
        var pulling = _stage.BoxLines.PullAsync();
        await Faulty(_stage.Box, "gone");
        Check.That(!_stage.Box.Fxo[0].Fxo.IsOffHook, "A port without hardware says that it is off-hook.");
        await Conversation.Carries(otherWorld.Fxs[0], otherBox.Fxo[0], "on the other card", measured);
        await pulling;
        _stage.BoxLines.Plug();
        await Recovered(_stage.Box);
        await RingsAndTalks();
    }

    /// <summary>A card's clock stands still, and runs again.</summary>
    [Scenario(180)]
    public async Task A_card_that_stands_still_is_told_and_comes_back_by_itself()
    {
        var (otherBox, otherWorld) = (_stage.Open(_otherBox), _stage.Open(_otherWorld));
        await _stage.Ready();
        await _stage.Talk(0);
        await _stage.Talk(0, otherBox, otherWorld);
        _stage.BoxLines.Stalled = true;
        await Faulty(_stage.Box, "stands still");
        await Conversation.Carries(otherWorld.Fxs[0], otherBox.Fxo[0], "on the other card", measured);
        _stage.BoxLines.Stalled = false;
        await Recovered(_stage.Box);
        await RingsAndTalks();
    }

    /// <inheritdoc/>
    public void Dispose() => _stage.Dispose();

    private async Task Faulty(RunningCard card, string word)
    {
        var took = await Check.Until(() => card.Ports.All(port => port.Fault is not null), 5, "all ports of the card have a fault");
        measured.Note("until all ports have a fault, s", took.TotalSeconds);
        measured.Note("fault", card.Fxo[0].Fault!);
        foreach (var port in card.Ports)
        {
            Check.Says(port.Fault, word);
            await port.Expect(LineEventKind.FaultBegan, 1);
        }
    }

    private async Task Recovered(RunningCard card)
    {
        var took = await Check.Until(() => card.Ports.All(port => port.Fault is null), 30, "all ports of the card work again");
        measured.Note("until all ports work again, s", took.TotalSeconds);
        foreach (var port in card.Ports)
        {
            await port.Expect(LineEventKind.FaultCleared, 1);
        }
    }

    private async Task RingsAndTalks()
    {
        var (line, exchange) = (_stage.Box.Fxo[0], _stage.World.Fxs[0]);
        exchange.Forget();
        await Check.Pause(DahdiStage.RingGuard);
        exchange.Fxs.SetFeed(LineFeed.Ringing);
        await line.Expect(LineEventKind.RingBegan, 3);
        await _stage.Talk(0);
        await Check.Pause(0.5);
        await Conversation.Carries(exchange, line, "after it came back", measured);
    }
}

using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Prompts;
using Switchhook.Guest.Dahdi;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Testing;

namespace Switchhook.Guest.Calls;

/// <summary>The whole box on cards behind DAHDI's drivers; another card, wired to it, plays the exchange and the telephones.</summary>
[Group("calls")]
public sealed class CallScenarios : IDisposable
{
    private const int Lines = 2;
    private static readonly short[] Welcome = SoundMaker.Sines(TimeSpan.FromSeconds(1.5), (700, -12));

    private readonly Measurements _measured;
    private readonly SimulatedLines _firstBox = new(0);
    private readonly RunningCard _firstWorld;
    private readonly RunningCard _secondWorld;
    private readonly RealBox _box;

    /// <summary>A box with two cards of two lines and two telephones each, and the worlds that they are wired to.</summary>
    public CallScenarios(Measurements measured)
    {
        _measured = measured;
        SimulatedLines.Load(Lines);
        _firstWorld = new RunningCard(new SimulatedLines(1).Open(Lines));
        _secondWorld = new RunningCard(new SimulatedLines(3).Open(Lines));
        var prompts = PromptLibrary.Empty with
        {
            Prompts = ImmutableDictionary<string, Prompt>.Empty.Add("welcome", new Prompt("welcome", Welcome)),
        };
        var secondBox = new SimulatedLines(2).Open(Lines, first: Lines + 1);
        _box = new RealBox(Site(), prompts, _firstBox.Open(Lines), secondBox);
    }

    /// <summary>From the ring to the hang-up: the caller is known, greeted, put through and heard, and the journal tells it.</summary>
    [Scenario(100, Tries = 2)]
    public async Task A_caller_is_greeted_and_put_through_to_a_telephone_and_both_talk()
    {
        await Ready();
        var (exchange, phone) = (_firstWorld.Fxs[0], _firstWorld.Fxo[0]);
        await PutThrough(exchange, phone, "3125550142");
        await Check.Pause(1);
        await Conversation.Carries(exchange, phone, "caller to telephone", _measured);
        await Conversation.Carries(phone, exchange, "telephone to caller", _measured);
        exchange.Fxs.SetFeed(LineFeed.Open);
        var ended = await _box.Tells<CallEnded>(15);
        Check.Same(CauseCode.HungUp, ended.Cause.Code, "The cause");
        phone.Fxo.SetOffHook(false);
        var started = await _box.Tells<CallStarted>(1);
        Check.Same("3125550142", started.CallerNumber, "The caller's number in the journal");
        _measured.Note("journal", _box.Story);
        _box.IsWhole();
    }

    /// <summary>A card is pulled out: the call on the other card goes on, and the journal says why the lines are out of order.</summary>
    [Scenario(100, Tries = 2)]
    public async Task A_card_that_is_pulled_out_is_told_and_the_call_on_the_other_card_goes_on()
    {
        await Ready();
        var (exchange, phone) = (_secondWorld.Fxs[0], _secondWorld.Fxo[0]);
        await PutThrough(exchange, phone, "3125550143", firstPhone: _firstWorld.Fxo[0]);
        var pulling = _firstBox.PullAsync();
        var fault = await _box.Tells<LineChanged>(10, line => line is { Line: "main-1", Status: not LineStatus.Idle });
        _measured.Note("fault", fault.Why);
        Check.Says(fault.Why, "gone");
        await pulling;
        await Conversation.Carries(exchange, phone, "on the other card", _measured);
        Check.That(!_box.Entries<CallEnded>().Any(), $"The call on the other card ended.\n{_box.Story}");
        _firstBox.Plug();
        await Check.Until(
            () => _box.Entries<LineChanged>().Last(line => line.Line == "main-1").Status == LineStatus.Idle, 40, "main-1 works again");
        _box.IsWhole();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _firstBox.Restore();
        _box.Dispose();
        _firstWorld.Dispose();
        _secondWorld.Dispose();
    }

    // Phone 101 on the first card for calls on its lines, phone 103 on the second card for calls there.
    private static SiteModel Site()
    {
        var site = Sites.Clinic();
        var office = site.Groups["office"];
        FlowConfig Flow(string name, string group) => new(name, [new FlowStep.Play("welcome"), new FlowStep.Ring(group)]);
        return site with
        {
            Groups = site.Groups
                .SetItem("office", office with { Phones = ["101"] })
                .Add("annexe", office with { Name = "annexe", Phones = ["103"] }),
            Flows = site.Flows.SetItem("day", Flow("day", "office")).Add("annexe", Flow("annexe", "annexe")),
            Lines = site.Lines.SetItem("main-3", site.Lines["main-3"] with { Flow = "annexe" }),
        };
    }

    private async Task Ready()
    {
        await Check.Until(
            () => _box.Entries<LineChanged>().Count(line => line.Status == LineStatus.Idle) >= 2 * Lines, 20, "all lines work");
        await Check.Until(() => _firstWorld.Blocks > 10 && _secondWorld.Blocks > 10, 10, "sound moves");
        await Check.Pause(DahdiStage.RingGuard);
    }

    private async Task PutThrough(LineProbe exchange, LineProbe phone, string number, LineProbe? firstPhone = null)
    {
        exchange.Forget();
        phone.Forget();
        firstPhone?.Forget();
        exchange.Fxs.SetFeed(LineFeed.Ringing);
        await Check.Pause(2);
        exchange.Fxs.SetFeed(LineFeed.Forward);
        await Check.Pause(0.5);
        exchange.Say(CallerIds.Burst(new CallerIdMessage(number, null, null, "11251200", CallerIdScheme.FskBell202)));
        await exchange.Expect(LineEventKind.LoopClosed, 20);
        var greeting = await exchange.Hear(4);
        var loud = greeting.Chunk(LineAudio.BlockSamples).Count(block => block.Max() > 1000);
        _measured.Note("greeting, s", loud * LineAudio.BlockDuration.TotalSeconds);
        Check.Within(loud * LineAudio.BlockDuration.TotalSeconds, 1.2, 4, "The greeting that the caller heard, in seconds");
        await phone.Expect(LineEventKind.RingBegan, 15);
        Check.Same(0, firstPhone?.Count(LineEventKind.RingBegan) ?? 0, "The number of rings of a telephone that is not called");
        phone.Fxo.SetOffHook(true);
        await _box.Tells<CallConnected>(10);
    }
}

using Switchhook.Audio;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Guest.Dahdi;

/// <summary>What passes over a line between two cards behind DAHDI's drivers.</summary>
[Group("dahdi")]
public sealed class LineScenarios(Measurements measured) : IDisposable
{
    private readonly DahdiStage _stage = new();

    private LineProbe Line => _stage.Box.Fxo[0];

    private LineProbe Exchange => _stage.World.Fxs[0];

    /// <summary>The box sees each burst as long as it is.</summary>
    [Scenario(90)]
    public async Task A_ring_is_seen_from_its_beginning_to_its_end()
    {
        await _stage.Ready();
        await Check.Pause(DahdiStage.RingGuard);
        for (var burst = 1; burst <= 2; burst++)
        {
            Exchange.Fxs.SetFeed(LineFeed.Ringing);
            var began = await Line.Expect(LineEventKind.RingBegan, 3);
            await Check.Pause(1);
            Exchange.Fxs.SetFeed(LineFeed.Forward);
            var ended = await Line.Expect(LineEventKind.RingEnded, 3);
            measured.Note($"burst {burst} of 1 s, s", (ended.At - began.At).TotalSeconds);
            Check.Within((ended.At - began.At).TotalSeconds, 0.8, 1.6, "The length of a burst of 1 s");
            await Check.Pause(1);
        }
    }

    /// <summary>Off-hook trips the ring, and both sides hear each other.</summary>
    [Scenario(120)]
    public async Task An_answered_ring_stops_and_speech_passes_both_ways()
    {
        await _stage.Ready();
        await Check.Pause(DahdiStage.RingGuard);
        Exchange.Fxs.SetFeed(LineFeed.Ringing);
        await Line.Expect(LineEventKind.RingBegan, 3);
        Line.Fxo.SetOffHook(true);
        await Line.Expect(LineEventKind.RingEnded, 3);
        await Exchange.Expect(LineEventKind.LoopClosed, 3);
        Check.Same(LineFeed.Forward, Exchange.Fxs.Feed, "The feed after the answer");
        await Check.Pause(0.5);
        await Conversation.Carries(Exchange, Line, "to the box", measured);
        await Conversation.Carries(Line, Exchange, "to the exchange", measured);
        Line.Fxo.SetOffHook(false);
        await Exchange.Expect(LineEventKind.LoopOpened, 4);
    }

    /// <summary>The caller's number passes between the first and the second ring, on-hook.</summary>
    [Scenario(120, Tries = 2)]
    public async Task The_callers_number_is_read_before_the_answer()
    {
        await _stage.Ready();
        await Check.Pause(DahdiStage.RingGuard);
        Exchange.Fxs.SetFeed(LineFeed.Ringing);
        await Line.Expect(LineEventKind.RingBegan, 3);
        await Check.Pause(1);
        Exchange.Fxs.SetFeed(LineFeed.Forward);
        await Line.Expect(LineEventKind.RingEnded, 3);
        var message = new CallerIdMessage("0301234567", "Ada", null, "11251200", CallerIdScheme.FskV23);
        var burst = CallerIds.Burst(message);
        var hearing = Line.Hear(((double)burst.Length / LineAudio.SampleRate) + 1.5);
        await Check.Pause(0.5);
        Exchange.Say(burst);
        var log = new DetectionLog(Detectors.CallerId, CountryTable.Get("DE"));
        log.Hear(await hearing);
        var read = log.Heard.OfType<Detection.CallerId>().FirstOrDefault()?.Message;
        measured.Note("read", read?.ToString() ?? "nothing");
        Check.Same(message.Number, read?.Number, "The number");
        Check.Same(message.Name, read?.Name, "The name");
        Check.That(!Line.Fxo.IsOffHook, "The line is off-hook.");
    }

    /// <summary>A register recall is an open loop of the asked length.</summary>
    [Scenario(90)]
    public async Task A_flash_opens_the_loop_for_its_time()
    {
        await _stage.Ready();
        await _stage.Talk(0);
        await Check.Pause(1);
        Exchange.Forget();
        Line.Fxo.Flash(TimeSpan.FromMilliseconds(120));
        var opened = await Exchange.Expect(LineEventKind.LoopOpened, 3);
        var closed = await Exchange.Expect(LineEventKind.LoopClosed, 3);
        measured.Note("flash of 120 ms, ms", (closed.At - opened.At).TotalMilliseconds);
        Check.Within((closed.At - opened.At).TotalMilliseconds, 70, 200, "The flash in ms");
    }

    /// <summary>Pulses are told as open and closed loop, and their end is told to whoever dials.</summary>
    [Scenario(90)]
    public async Task Dialled_pulses_open_the_loop_as_often_as_the_digits_say()
    {
        await _stage.Ready();
        await _stage.Talk(0);
        await Check.Pause(1);
        Exchange.Forget();
        Line.Fxo.SendPulses("42");
        await Line.Expect(LineEventKind.PulsesSent, 10);
        await Check.Pause(1);
        Check.Same(6, Exchange.Count(LineEventKind.LoopOpened), "The number of open loops for 4 and 2");
    }

    /// <summary>Turned wires are told each time.</summary>
    [Scenario(90)]
    public async Task Turned_polarity_is_told()
    {
        await _stage.Ready();
        Exchange.Fxs.SetFeed(LineFeed.Reverse);
        await Line.Expect(LineEventKind.PolarityReversed, 3);
        Exchange.Fxs.SetFeed(LineFeed.Forward);
        await Line.Expect(LineEventKind.PolarityReversed, 3);
    }

    /// <summary>The exchange hangs up by taking the battery away for a moment.</summary>
    [Scenario(90)]
    public async Task A_battery_that_drops_in_a_call_is_told_and_so_is_its_return()
    {
        await _stage.Ready();
        await _stage.Talk(0);
        await Check.Pause(1);
        Exchange.Fxs.SetFeed(LineFeed.Open);
        var lost = await Line.Expect(LineEventKind.BatteryLost, 3);
        Line.Fxo.SetOffHook(false);
        var back = await Line.Expect(LineEventKind.BatteryRestored, 5);
        measured.Note("without battery, s", (back.At - lost.At).TotalSeconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _stage.Dispose();
}

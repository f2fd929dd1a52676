using System.Globalization;
using Switchhook.Audio;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;

namespace Switchhook.Tests.Lines.Fxo;

/// <summary>Runs the machine of an exchange line against a time table, and writes what it does, such as <c>150 OffHook</c>.</summary>
internal sealed class FxoScript
{
    private readonly FxoTimings _times;
    private readonly Dictionary<FxoTimer, TimeSpan> _timers = [];
    private readonly List<string> _log = [];
    private TimeSpan _now;

    public FxoScript(Country country, bool battery = true)
    {
        _times = FxoTimings.For(country);
        var step = FxoMachine.Begin(fault: null, battery, _times);
        State = step.State;
        Note(step);
        _log.Clear();
    }

    public FxoState State { get; private set; }

    /// <summary>False when the loop carries no current as a timer runs out.</summary>
    public bool LoopCurrent { get; set; } = true;

    /// <summary>What was done since the last look.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            var taken = _log.ToList();
            _log.Clear();
            return taken;
        }
    }

    public FxoScript At(double ms, FxoEvent happened)
    {
        RunTo(ms);
        Step(happened);
        return this;
    }

    public FxoScript At(double ms, LineEventKind wire) => At(ms, new FxoEvent.Wire(wire, TimeSpan.FromMilliseconds(ms)));

    public FxoScript Hears(double ms, ToneKind tone) => At(ms, new FxoEvent.Tone(tone));

    public FxoScript Rings(double fromMs, double toMs) => At(fromMs, LineEventKind.RingBegan).At(toMs, LineEventKind.RingEnded);

    public FxoScript CallerId(double ms, string? number, NumberAbsence? absence = null) => At(
        ms, new FxoEvent.CallerIdRead(new CallerIdMessage(number, null, absence, null, CallerIdScheme.FskBell202)));

    public FxoScript Seizes(double ms, string number, bool pulses = false, bool blind = false)
    {
        Assert.True(DialString.TryParse(number, pulses, out var dial, out var error), error);
        return At(ms, new FxoEvent.Seize(dial, blind));
    }

    public FxoScript RunTo(double ms)
    {
        var target = TimeSpan.FromMilliseconds(ms);
        while (_timers.Count > 0 && _timers.MinBy(timer => timer.Value) is var (kind, due) && due <= target)
        {
            _timers.Remove(kind);
            _now = due > _now ? due : _now;
            Step(new FxoEvent.Due(kind, LoopCurrent));
        }

        _now = target;
        return this;
    }

    private void Step(FxoEvent happened)
    {
        var step = FxoMachine.Step(State, happened, _now, _times);
        State = step.State;
        Note(step);
    }

    private void Note(FxoStep step)
    {
        foreach (var action in step.Actions)
        {
            switch (action)
            {
                case FxoAction.Start start:
                    _timers[start.Timer] = _now + start.Delay;
                    break;
                case FxoAction.Stop stop:
                    _timers.Remove(stop.Timer);
                    break;
                default:
                    _log.Add(string.Create(CultureInfo.InvariantCulture, $"{_now.TotalMilliseconds} {Say(action)}"));
                    break;
            }
        }
    }

    private static string Say(FxoAction action) => action switch
    {
        FxoAction.Listen listen => $"listens for {listen.For}",
        FxoAction.Announce announce => $"announces {announce.Caller.Shown}: {announce.Caller.Why}",
        FxoAction.EndLeg end => $"ends the leg, {end.Cause.Code}: {end.Cause.Words}",
        FxoAction.SendDigits send => $"sends {send.Digits}",
        FxoAction.Tell tell => $"is {tell.Status}: {tell.Words}",
        _ => action.GetType().Name,
    };
}

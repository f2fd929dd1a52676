using System.Globalization;
using Switchhook.Calls;
using Switchhook.Hardware.Countries;
using Switchhook.Lines.Fxs;

namespace Switchhook.Tests.Lines.Fxs;

/// <summary>Runs the machine of a phone against a time table, and writes what it does, such as <c>150 Play Dial</c>.</summary>
internal sealed class FxsScript(Country country)
{
    private readonly FxsTimings _times = FxsTimings.For(country);
    private readonly List<string> _log = [];
    private TimeSpan _now;
    private TimeSpan? _due;

    public FxsState State { get; private set; } = new(FxsPhase.Idle);

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

    public FxsScript At(double seconds, FxsEvent happened)
    {
        RunTo(seconds);
        Step(happened);
        return this;
    }

    public FxsScript Lifts(double seconds) => At(seconds, new FxsEvent.Lifted());

    public FxsScript HangsUp(double seconds) => At(seconds, new FxsEvent.HungUp());

    public FxsScript Flashes(double seconds) => At(seconds, new FxsEvent.Flash());

    public FxsScript IsOffered(double seconds, string caller = "Ann") =>
        At(seconds, new FxsEvent.Offered(State.NextLeg, caller));

    public FxsScript LosesLeg(double seconds, int leg, CauseCode code = CauseCode.HungUp) =>
        At(seconds, new FxsEvent.LegGone(leg, new Cause(code, $"{code}.")));

    /// <summary>Dials digits of which the last makes a whole number.</summary>
    public FxsScript Dials(double seconds, string digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            At(seconds, new FxsEvent.Digit(digits[i], i == digits.Length - 1 ? DialVerdict.Complete : DialVerdict.Incomplete));
        }

        return this;
    }

    public FxsScript Forget()
    {
        _log.Clear();
        return this;
    }

    public FxsScript RunTo(double seconds)
    {
        var target = TimeSpan.FromSeconds(seconds);
        while (_due is { } due && due <= target)
        {
            _due = null;
            _now = due;
            Step(new FxsEvent.Due());
        }

        _now = target;
        return this;
    }

    private void Step(FxsEvent happened)
    {
        var step = FxsMachine.Step(State, happened, "Phone 101", _times);
        State = step.State;
        foreach (var action in step.Actions)
        {
            switch (action)
            {
                case FxsAction.Start start:
                    _due = _now + start.Delay;
                    break;
                case FxsAction.Stop:
                    _due = null;
                    break;
                default:
                    _log.Add(string.Create(CultureInfo.InvariantCulture, $"{_now.TotalSeconds} {Say(action)}"));
                    break;
            }
        }
    }

    private static string Say(FxsAction action) => action switch
    {
        FxsAction.Play play => $"Play {play.Tone}",
        FxsAction.Connect connect => $"Connect {connect.Leg}",
        FxsAction.Ring ring => $"Ring {ring.Leg}",
        FxsAction.Beep beep => $"Beep over {beep.Over}",
        FxsAction.Ringback ringback => $"Ringback {ringback.Leg}",
        FxsAction.Dial dial => $"Dial {dial.Digits} as {dial.Leg}",
        FxsAction.Answer answer => $"Answer {answer.Leg}",
        FxsAction.Hold hold => $"{(hold.Held ? "Hold" : "Take back")} {hold.Leg}",
        FxsAction.End end => $"End {end.Leg}: {end.Cause.Words}",
        FxsAction.Transfer transfer => $"Transfer {transfer.Held} to {transfer.Active}",
        FxsAction.Conference conference => $"Conference {conference.Held} with {conference.Active}",
        FxsAction.Tell tell => $"is {tell.Status}: {tell.Words}",
        _ => action.GetType().Name,
    };
}

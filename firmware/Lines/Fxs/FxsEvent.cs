using Switchhook.Calls;

namespace Switchhook.Lines.Fxs;

/// <summary>What can happen to a phone.</summary>
internal abstract record FxsEvent
{
    private FxsEvent()
    {
    }

    /// <summary>The handset was lifted.</summary>
    public sealed record Lifted : FxsEvent;

    /// <summary>The handset was put down.</summary>
    public sealed record HungUp : FxsEvent;

    /// <summary>Hook flash.</summary>
    public sealed record Flash : FxsEvent;

    /// <summary>A rotary dial began to run.</summary>
    public sealed record PulsesBegan : FxsEvent;

    /// <summary>A digit by tones or pulses.</summary>
    /// <param name="Value">0–9, *, #, A–D.</param>
    /// <param name="Verdict">What all digits mean with this one.</param>
    public sealed record Digit(char Value, DialVerdict Verdict) : FxsEvent;

    /// <summary>The house offers a call, which the phone can take (<see cref="FxsState"/> has been asked).</summary>
    /// <param name="Leg">Its leg.</param>
    /// <param name="Caller">Who calls, as shown.</param>
    public sealed record Offered(int Leg, string Caller) : FxsEvent;

    /// <summary>The house ended a leg.</summary>
    public sealed record LegGone(int Leg, Cause Cause) : FxsEvent;

    /// <summary>The far end of a leg is being rung.</summary>
    public sealed record FarEndRings(int Leg) : FxsEvent;

    /// <summary>The hook was looked at after the battery came back.</summary>
    public sealed record HookChecked(bool OffHook) : FxsEvent;

    /// <summary>The card cannot serve the port.</summary>
    /// <param name="Words">Why, as a sentence.</param>
    public sealed record PortFailed(string Words) : FxsEvent;

    /// <summary>The card serves the port again.</summary>
    public sealed record PortBack(bool OffHook) : FxsEvent;

    /// <summary>The limit of the present phase has come.</summary>
    public sealed record Due : FxsEvent;
}

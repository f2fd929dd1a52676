using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Lines.Fxs;

/// <summary>What a phone's machine wants done.</summary>
internal abstract record FxsAction
{
    private FxsAction()
    {
    }

    /// <summary>The user hears a tone of the box and may dial.</summary>
    public sealed record Play(PhoneTone Tone) : FxsAction;

    /// <summary>The user hears nothing of the box and may dial.</summary>
    public sealed record Silence : FxsAction;

    /// <summary>The user hears a leg.</summary>
    public sealed record Connect(int Leg) : FxsAction;

    /// <summary>Nobody hears anything: the handset lies.</summary>
    public sealed record Rest : FxsAction;

    /// <summary>Rings for a leg.</summary>
    public sealed record Ring(int Leg) : FxsAction;

    /// <summary>Stops ringing.</summary>
    public sealed record StopRing : FxsAction;

    /// <summary>Beeps over a leg for another that waits.</summary>
    public sealed record Beep(int Over) : FxsAction;

    /// <summary>Stops the beep.</summary>
    public sealed record StopBeep : FxsAction;

    /// <summary>Plays ringback tone to the user of a leg.</summary>
    public sealed record Ringback(int Leg) : FxsAction;

    /// <summary>Takes the battery away.</summary>
    public sealed record CutBattery : FxsAction;

    /// <summary>Gives the battery back.</summary>
    public sealed record FeedBattery : FxsAction;

    /// <summary>What the hook does means nothing now.</summary>
    public sealed record IgnoreHook : FxsAction;

    /// <summary>Listens to the hook again.</summary>
    public sealed record ResumeHook : FxsAction;

    /// <summary>Looks at the hook, and answers by <see cref="FxsEvent.HookChecked"/>.</summary>
    public sealed record CheckHook : FxsAction;

    /// <summary>Begins a call of the user: makes its leg and hands it to the house.</summary>
    public sealed record Dial(int Leg, string Digits) : FxsAction;

    /// <summary>The user answered a leg.</summary>
    public sealed record Answer(int Leg) : FxsAction;

    /// <summary>The user put a leg on hold, or took it back.</summary>
    public sealed record Hold(int Leg, bool Held) : FxsAction;

    /// <summary>The user ended a leg.</summary>
    public sealed record End(int Leg, Cause Cause) : FxsAction;

    /// <summary>Asks the house to join the other parties of two legs without the phone.</summary>
    public sealed record Transfer(int Held, int Active) : FxsAction;

    /// <summary>Asks the house to join all.</summary>
    public sealed record Conference(int Held, int Active) : FxsAction;

    /// <summary>Starts the limit of the phase, anew if it runs.</summary>
    public sealed record Start(TimeSpan Delay) : FxsAction;

    /// <summary>The phase has no limit.</summary>
    public sealed record Stop : FxsAction;

    /// <summary>Why the phone's status is what it is now.</summary>
    public sealed record Tell(PhoneStatus Status, string Words) : FxsAction;
}

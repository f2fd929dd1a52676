using Switchhook.Calls.Live;

namespace Switchhook.Calls;

/// <summary>A line or trunk to the outside, of any kind: what flows need to take and make calls on it.</summary>
public abstract class ExchangeLine(string name, string? number) : IDisposable
{
    /// <summary>Name in the site file.</summary>
    public string Name { get; } = name;

    /// <summary>Its own number in E.164, if the site file tells.</summary>
    public string? Number { get; } = number;

    /// <summary>What it is doing. Idle means that it takes another call.</summary>
    public abstract LineStatus Status { get; }

    /// <summary>True while it has a call; a trunk may be idle at the same time.</summary>
    public abstract bool HasCalls { get; }

    /// <summary>
    /// A caller rings. Raised once per call, when the caller's identity has arrived or will not come any more. The leg alerts until it is
    /// answered, or ends when the caller gives up.
    /// </summary>
    public event Action<ExchangeLine, IncomingCall>? Incoming;

    /// <summary>
    /// Seizes the line and dials. The leg counts as answered when the exchange shows it (polarity) or, without such a sign, when
    /// dialling is done;
    /// it ends with <see cref="CauseCode.LineFault"/> when no dial tone comes.
    /// </summary>
    /// <param name="call">Whom to dial, and how the box shows itself.</param>
    /// <returns>Null when the line is not idle. A trunk that seems not to work is tried all the same for an emergency call.</returns>
    public abstract Leg? Seize(CallOut call);

    /// <summary>Seizes the line and dials, as <see cref="Seize(CallOut)"/> does for a usual call.</summary>
    /// <param name="number">As the exchange gets it.</param>
    public Leg? Seize(string number) => Seize(new CallOut(number));

    /// <summary>
    /// Seizes the line and only listens: the leg ends with <see cref="CauseCode.FlowEnded"/> when dial tone comes, and with
    /// <see cref="CauseCode.LineFault"/> when none does.
    /// </summary>
    /// <returns>Null when the line is not idle, or of a kind that has no dial tone.</returns>
    public virtual Leg? SeizeForTest() => null;

    /// <summary>Gives the port back; a call that is still on it ends.</summary>
    public abstract void Dispose();

    /// <summary>Raises <see cref="Incoming"/>.</summary>
    protected void RaiseIncoming(IncomingCall call) => Incoming?.Invoke(this, call);
}

/// <summary>A call that goes out on a line.</summary>
/// <param name="Number">As the exchange gets it.</param>
public sealed record CallOut(string Number)
{
    /// <summary>True for a call for help: nothing is a reason not to try.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>The number that whoever is called is to see, in E.164; null for the line's own. Only trunks can show another.</summary>
    public string? Show { get; init; }

    /// <summary>True when whoever is called is to see no number.</summary>
    public bool IsAnonymous { get; init; }
}

/// <summary>A call that comes in on a line.</summary>
/// <param name="Leg">The caller's.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Dialled">The number that the caller dialled, where the line tells (direct inward dialling of a trunk); else null.</param>
public sealed record IncomingCall(Leg Leg, CallerIdentity Caller, string? Dialled = null);

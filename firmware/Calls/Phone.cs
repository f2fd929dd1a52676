using Switchhook.Calls.Live;

namespace Switchhook.Calls;

/// <summary>A phone of the house, of any kind: what flows need to ring it.</summary>
public abstract class Phone(string number, string name, string? place) : IDisposable
{
    /// <summary>Extension number, such as <c>101</c>.</summary>
    public string Number { get; } = number;

    /// <summary>Name for displays.</summary>
    public string Name { get; } = name;

    /// <summary>Where it stands, for emergency calls.</summary>
    public string? Place { get; } = place;

    /// <summary>What it is doing.</summary>
    public abstract PhoneStatus Status { get; }

    /// <summary>When it last became idle, monotonic; for longest-idle hunting.</summary>
    public abstract TimeSpan IdleSince { get; }

    /// <summary>
    /// Rings the phone. The leg answers, ends by itself (unplugged), or is hung up by the caller of this method.
    /// </summary>
    /// <returns>Null when the phone cannot take the call now; <see cref="Status"/> says why.</returns>
    public abstract Leg? Offer(Offer offer);

    /// <summary>Lights the lamp for messages, or puts it out, where a kind of phone does not look for itself.</summary>
    /// <param name="any">True while messages wait that nobody has heard.</param>
    public virtual void ShowMessages(bool any)
    {
    }

    /// <summary>Gives the port back; a call that is still on it ends.</summary>
    public abstract void Dispose();
}

/// <summary>What a phone is asked to ring for.</summary>
/// <param name="Caller">Shown on its display.</param>
/// <param name="CallWaiting">True when a phone in a call may beep instead of being busy.</param>
public sealed record Offer(CallerIdentity Caller, bool CallWaiting);

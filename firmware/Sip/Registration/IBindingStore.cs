namespace Switchhook.Sip.Registration;

/// <summary>Keeps who is registered where over a restart. Never blocks: it is called on the control loop.</summary>
public interface IBindingStore
{
    /// <summary>All that was kept, by number.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<StoredBinding>> Load();

    /// <summary>Keeps the devices of a number instead of those kept before.</summary>
    void Save(string number, IReadOnlyList<StoredBinding> bindings);
}

/// <summary>A device that is registered, in plain values.</summary>
/// <param name="Contact">Its contact.</param>
/// <param name="Transport">Name of <see cref="Transport.TransportKind"/>.</param>
/// <param name="Remote">Address and port that its messages come from.</param>
/// <param name="Expires">Until when, UTC.</param>
/// <param name="Quality">How much it is preferred.</param>
/// <param name="Path">Stops on the way to it.</param>
/// <param name="Instance">Its instance; null without one.</param>
/// <param name="CallId">Names its registrations.</param>
/// <param name="Sequence">Number of the last one.</param>
/// <param name="UserAgent">What it says it is.</param>
/// <param name="IsBehindNat">True when it is reached where its messages come from.</param>
public sealed record StoredBinding(
    string Contact,
    string Transport,
    string Remote,
    DateTimeOffset Expires,
    double Quality,
    IReadOnlyList<string> Path,
    string? Instance,
    string CallId,
    uint Sequence,
    string UserAgent,
    bool IsBehindNat);

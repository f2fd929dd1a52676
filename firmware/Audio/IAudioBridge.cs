namespace Switchhook.Audio;

/// <summary>Mixes the sound of 2 to 8 channels, saturating; two parties hear each other's samples unchanged.</summary>
/// <remarks>Called on the control loop; takes effect at the next tick.</remarks>
public interface IAudioBridge
{
    /// <summary>
    /// Lets a channel in, or changes what it may do here. A channel is in one bridge at a time: it leaves the other first.
    /// </summary>
    /// <param name="channel">Who comes in.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="to">Who alone hears a channel that whispers, as long as that one is in the bridge too; else null.</param>
    /// <exception cref="InvalidOperationException">The bridge holds <see cref="MaxChannels"/> already.</exception>
    /// <exception cref="ArgumentException">A channel whispers to nobody, or another one is said to whisper.</exception>
    void Join(IMediaChannel channel, BridgeRole role, IMediaChannel? to = null);

    /// <summary>Lets a channel out; nothing happens when it is not in.</summary>
    void Leave(IMediaChannel channel);

    /// <summary>The most channels of one bridge.</summary>
    const int MaxChannels = 8;
}

/// <summary>What a channel may do in a bridge.</summary>
public enum BridgeRole
{
    /// <summary>Speaks to all and hears all.</summary>
    Party,

    /// <summary>Hears all, is heard by none (supervisor).</summary>
    Listen,

    /// <summary>Hears all, is heard by one party only; no tap hears it (supervisor who helps an agent).</summary>
    Whisper,
}

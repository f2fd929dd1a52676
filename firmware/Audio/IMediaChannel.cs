namespace Switchhook.Audio;

/// <summary>
/// The sound of one leg: joins an endpoint to at most one bridge, plays to the party, listens for digits and tones, and is tapped
/// by the recorder.
/// </summary>
/// <remarks>
/// All members are called on the control loop. They take effect at the next tick of the media thread, in the order of the calls.
/// Events and task completions arrive on the control loop. A channel without endpoint says silence.
/// </remarks>
public interface IMediaChannel
{
    /// <summary>For logs and live views.</summary>
    string Name { get; }

    /// <summary>
    /// Connects the party's sound; null disconnects. An endpoint belongs to one channel at a time: connecting it here takes it from
    /// the other (a phone that switches between two calls).
    /// </summary>
    void Connect(IAudioEndpoint? endpoint);

    /// <summary>Plays a source to the party until its end, until <paramref name="cancel"/>, or until something else is played.</summary>
    /// <returns>True when it was heard to its end. Never throws for cancellation.</returns>
    Task<bool> PlayAsync(IFrameSource source, PlayMode mode, CancellationToken cancel);

    /// <summary>Stops what plays; nothing happens when nothing plays.</summary>
    void StopPlaying();

    /// <summary>What is listened for. None at the start: each detector costs time in every tick.</summary>
    Detectors Detectors { get; set; }

    /// <summary>Something was heard from the party.</summary>
    event Action<Detection>? Detected;

    /// <summary>
    /// True while the keys that the party presses stay out of what the bridge and the tap get of it: they are told, and not heard. What
    /// the party says comes 60 ms late then, the time that it takes to be sure of a key. The echo of a key that it hears is no key of it.
    /// </summary>
    bool KeepsKeys { get; set; }

    /// <summary>Sees both directions while set.</summary>
    IAudioTap? Tap { get; set; }

    /// <summary>Leaves the bridge, stops, disconnects; the channel is not used after that.</summary>
    void Close();
}

/// <summary>How a played source goes with the sound of the bridge.</summary>
public enum PlayMode
{
    /// <summary>The party hears the source alone.</summary>
    Instead,

    /// <summary>The party hears the source over the bridge (call-waiting beep).</summary>
    Over,
}

/// <summary>The detectors of a channel.</summary>
[Flags]
public enum Detectors
{
    /// <summary>No detector.</summary>
    None = 0,

    /// <summary>DTMF digits.</summary>
    Dtmf = 1,

    /// <summary>Caller ID by FSK or DTMF before answer.</summary>
    CallerId = 2,

    /// <summary>Dial, ringback, busy and congestion tone of the country, and speech.</summary>
    CallProgress = 4,
}

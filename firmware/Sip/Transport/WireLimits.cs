namespace Switchhook.Sip.Transport;

/// <summary>What the wire bears before it refuses.</summary>
public sealed record WireLimits
{
    /// <summary>Octets of one message on a stream, head and body; a longer one ends its stream.</summary>
    public int MessageBytes { get; init; } = 65535;

    /// <summary>Streams at once, taken and opened.</summary>
    public int Streams { get; init; } = 1024;

    /// <summary>Streams that one address may have at once.</summary>
    public int StreamsPerAddress { get; init; } = 128;

    /// <summary>Octets that wait to be sent on one stream; a peer that lets more come together is cut off.</summary>
    public int QueuedBytes { get; init; } = 1 << 20;

    /// <summary>How long a peer may take to accept a stream, handshake included.</summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a stream that was taken may stay without a first whole message.</summary>
    public TimeSpan FirstMessage { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message that has begun may take to be whole.</summary>
    public TimeSpan WholeMessage { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a message may take to be written.</summary>
    public TimeSpan Write { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a stream may be silent. Longer than registrations last, as phones without keep-alive would be lost.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(70);

    /// <summary>How long a stream that cannot be read any more waits for the answer that says so.</summary>
    public TimeSpan LastAnswer { get; init; } = TimeSpan.FromSeconds(2);
}

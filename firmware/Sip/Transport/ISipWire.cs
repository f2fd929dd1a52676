using System.Net;

namespace Switchhook.Sip.Transport;

/// <summary>
/// Carries whole SIP messages as bytes; knows nothing of their meaning. The running one has sockets, tests have a wire in memory.
/// </summary>
public interface ISipWire
{
    /// <summary>
    /// Sends one message and does not wait: a stream that is not there yet is opened meanwhile. What cannot be sent is told by
    /// <see cref="IWireListener.OnFailed"/>. Any thread.
    /// </summary>
    /// <param name="message">The whole message; must not change any more.</param>
    /// <param name="to">Where to.</param>
    void Send(ReadOnlyMemory<byte> message, Hop to);

    /// <summary>The address of the box that messages to a hop should name in Via and Contact. Any thread.</summary>
    IPEndPoint LocalFor(Hop to);
}

/// <summary>Takes what a wire brings. Called on the wire's threads; never blocks.</summary>
public interface IWireListener
{
    /// <summary>One whole message, or a datagram that may be none.</summary>
    /// <param name="message">Valid during the call only.</param>
    /// <param name="from">Where it came from.</param>
    void OnMessage(ReadOnlySpan<byte> message, Hop from);

    /// <summary>A message could not be sent: no such host, refused, stream broken before it was written.</summary>
    /// <param name="to">Where it should have gone.</param>
    /// <param name="why">One plain sentence.</param>
    void OnFailed(Hop to, string why);

    /// <summary>A stream that messages came on is closed, by either side.</summary>
    void OnClosed(Hop hop);
}

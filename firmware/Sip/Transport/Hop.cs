using System.Net;

namespace Switchhook.Sip.Transport;

/// <summary>The next stop of a message, or the last one that it came from.</summary>
/// <param name="Transport">How it travels.</param>
/// <param name="Remote">Address and port of the other side, as seen on the wire.</param>
/// <param name="Connection">
/// Number of the stream that it came on, so that answers go back on it; 0 with UDP and when any stream to the address will do.
/// </param>
public readonly record struct Hop(TransportKind Transport, IPEndPoint Remote, long Connection = 0)
{
    /// <summary>As the journal shows it: <c>udp 192.0.2.7:5060</c>.</summary>
    public override string ToString() => $"{Transport switch
    {
        TransportKind.Udp => "udp",
        TransportKind.Tcp => "tcp",
        TransportKind.Tls => "tls",
    }} {Remote}";
}

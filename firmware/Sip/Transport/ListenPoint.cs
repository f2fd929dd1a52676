using System.Net;

namespace Switchhook.Sip.Transport;

/// <summary>A place where the box takes SIP messages.</summary>
/// <param name="Transport">How they come.</param>
/// <param name="At">Address and port; 0.0.0.0 or :: for all addresses of that family; port 0 for any free one, as tests use it.</param>
public readonly record struct ListenPoint(TransportKind Transport, IPEndPoint At)
{
    /// <inheritdoc/>
    public override string ToString() => new Hop(Transport, At).ToString();
}

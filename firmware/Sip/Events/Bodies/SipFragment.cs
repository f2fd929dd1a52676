using System.Globalization;
using System.Text;

namespace Switchhook.Sip.Events.Bodies;

/// <summary>How a transfer goes: the status line of <c>message/sipfrag</c> (RFC 3420) in a NOTIFY (RFC 3515 §2.4.5).</summary>
/// <param name="Status">100 to 699.</param>
/// <param name="Reason">The words of it, in printable ASCII.</param>
internal sealed record SipFragment(int Status, string Reason)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "message/sipfrag;version=2.0";

    /// <summary>The body.</summary>
    public byte[] Write() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"SIP/2.0 {Status} {Reason}\r\n"));
}

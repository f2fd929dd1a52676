using System.Globalization;
using System.Text;

namespace Switchhook.Sip.Events.Bodies;

/// <summary>How many voice messages wait, for the lamp of a phone: <c>application/simple-message-summary</c> (RFC 3842).</summary>
/// <param name="Account">URI of the mailbox; the phone calls it when its message key is pressed.</param>
/// <param name="New">Messages that were not heard yet.</param>
/// <param name="Old">Messages that were heard and kept.</param>
internal sealed record MessageSummary(string Account, int New, int Old)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/simple-message-summary";

    /// <summary>The body. Nothing is ever urgent; the field is there since some phones do not read the line without it.</summary>
    public byte[] Write()
    {
        var waiting = New > 0 ? "yes" : "no";
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"Messages-Waiting: {waiting}\r\nMessage-Account: {Account}\r\nVoice-Message: {New}/{Old} (0/0)\r\n"));
    }
}

using System.Text;
using Switchhook.Sip.Sdp;

namespace Switchhook.Tests.Sip.Sdp;

/// <summary>Bodies from the text of a test, in which a line ends with LF.</summary>
internal static class Body
{
    /// <summary>The octets, with CRLF at the end of each line.</summary>
    public static byte[] Of(string text) =>
        Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd('\n').ReplaceLineEndings("\r\n") + "\r\n");

    /// <summary>A body with one audio stream at 192.0.2.7:4000.</summary>
    public static byte[] Audio(
        string formats = "8 101", string attributes = "", string transport = "RTP/AVP", string connection = "192.0.2.7") =>
        Of($"""
            v=0
            o=- 1 1 IN IP4 192.0.2.7
            s=-
            c=IN IP4 {connection}
            t=0 0
            m=audio 4000 {transport} {formats}
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            {attributes}
            """);

    /// <summary>The text, for comparing.</summary>
    public static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span).ReplaceLineEndings("\n");

    /// <summary>What a readable body says.</summary>
    public static SessionDescription Read(ReadOnlyMemory<byte> body)
    {
        Assert.True(SessionDescription.TryParse(body, out var description, out var error), error?.ToString());
        return description;
    }

    /// <summary>The only stream of a readable body.</summary>
    public static MediaDescription ReadStream(string text) => Assert.Single(Read(Of(text)).Media);

    /// <summary>Why a body cannot be read.</summary>
    public static string Error(ReadOnlyMemory<byte> body)
    {
        Assert.False(SessionDescription.TryParse(body, out _, out var error));
        return error.ToString();
    }
}

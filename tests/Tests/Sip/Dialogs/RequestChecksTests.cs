using System.Text;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Tests.Sip.Dialogs;

/// <summary>What every request is asked; the messages are those that RFC 4475 asks such things of, in short.</summary>
public sealed class RequestChecksTests
{
    private const string Sdp = "Content-Type: application/sdp\n";

    private static readonly Capabilities Can = new(Capabilities.CallMethods);

    [Theory]
    [InlineData("INVITE sip:a@b", "", "", 0, "")]
    [InlineData("INVITE sip:a@b", Sdp, "v=0", 0, "")]
    [InlineData("INVITE sips:a@b", "", "", 0, "")]
    [InlineData("INVITE tel:+15551234", "", "", 0, "")]
    [InlineData("OPTIONS sip:a@b", "Max-Forwards: 0\n", "", 0, "")]
    [InlineData("SUBSCRIBE sip:a@b", "", "", 405, "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, INFO, REFER")]
    [InlineData("RE%47IST%45R sip:a@b", "", "", 501, "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, INFO, REFER")]
    [InlineData("invite sip:a@b", "", "", 501, "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, INFO, REFER")]
    [InlineData("OPTIONS nobodyKnowsThisScheme:totallyopaquecontent", "", "", 416, "")]
    [InlineData("OPTIONS soap.beep://192.0.2.103:3002", "", "", 416, "")]
    [InlineData("OPTIONS sip:a@b", "Require: a, timer\nRequire: b\nProxy-Require: c, 100rel\n", "", 420, "Unsupported: a, b, c, 100rel")]
    [InlineData("OPTIONS sip:a@b", "Require: 100REL, timer, replaces, norefersub\n", "", 0, "")]
    [InlineData("OPTIONS sip:a@b", "Require: <>\n", "", 400, "")]
    [InlineData("INVITE sip:a@b", "Content-Type: application/unknownformat\n", "x", 415, "Accept: application/sdp")]
    [InlineData("INVITE sip:a@b", "", "v=0", 415, "Accept: application/sdp")]
    [InlineData("INVITE sip:a@b", "Content-Type: application/unknownformat\nContent-Disposition: render;handling=optional\n", "x", 0, "")]
    [InlineData("INVITE sip:a@b", Sdp + "Content-Encoding: gzip\n", "x", 415, "Accept-Encoding: identity")]
    [InlineData("INVITE sip:a@b", Sdp + "Content-Encoding: identity\n", "v=0", 0, "")]
    [InlineData("INFO sip:a@b", "Content-Type: application/dtmf-relay\n", "Signal=1", 0, "")]
    [InlineData("INVITE sip:a@b", "Accept: text/nobodyKnowsThis\n", "", 406, "Accept: application/sdp")]
    [InlineData("INVITE sip:a@b", "Accept: text/plain, application/*;q=0.2\n", "", 0, "")]
    [InlineData("OPTIONS sip:a@b", "Accept: text/plain\n", "", 0, "")]
    public void A_request_is_refused_for_what_the_box_cannot_do(string line, string headers, string body, int status, string header)
    {
        var refusal = RequestChecks.Check(Request(line, headers, body), Can);
        Assert.Equal(status, refusal?.Status ?? 0);
        Assert.Equal(header, refusal is { Headers: [var first, ..] } ? $"{HeaderNames.Text(first.Id)}: {first.Value}" : "");
    }

    private static SipMessage Request(string line, string headers, string body)
    {
        var method = line.Split(' ')[0];
        var text = $"{line} SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa\nFrom: <sip:b@b>;tag=b\nTo: <sip:a@b>\nCall-ID: a\n"
            + $"CSeq: 1 {method}\n{headers}Content-Length: {body.Length}\n\n{body}";
        var parsed = SipParser.Parse(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")), ParseLimits.Default, Framing.Datagram);
        return parsed.Message ?? throw new InvalidOperationException(parsed.Fault!.Why);
    }
}

using System.Net;
using Switchhook.Testing.Sip;

namespace Switchhook.SystemTests.Sip.Box.Attack;

/// <summary>Makes spoiled messages to a running box, as of a party at an address; each is of a transaction and call of its own.</summary>
/// <param name="box">Where they go.</param>
/// <param name="own">Whose they are: what Via, From and Contact name.</param>
/// <param name="transport">UDP or TCP.</param>
/// <param name="seed">Chance.</param>
internal sealed class Spoiler(IPEndPoint box, IPEndPoint own, string transport, int seed)
{
    private const string Sdp =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8 101\r\n"
        + "a=rtpmap:101 telephone-event/8000\r\n";

    private readonly Random _random = new(seed);
    private int _number;

    /// <summary>The next one, spoiled but for a few.</summary>
    public byte[] Next()
    {
        var name = $"k{++_number}k";
        return new SipMutator([.. Whole(name).Select(SampleMessages.Message)], _random).Next();
    }

    private IEnumerable<string> Whole(string name)
    {
        yield return Request("INVITE", "13125550199", name, "Content-Type: application/sdp\r\nSupported: timer, 100rel, replaces\r\n", Sdp);
        yield return Request("INVITE", "101", name, "Content-Type: application/sdp\r\nSession-Expires: 90\r\nRequire: timer\r\n", Sdp);
        yield return Request("INVITE", "101", name, "Replaces: 7@x;to-tag=a;from-tag=b\r\n");
        yield return Request(
            "REGISTER",
            "105",
            name,
            $"Expires: 60\r\nAuthorization: Digest username=\"105\", realm=\"switchhook\", nonce=\"{name}\", uri=\"sip:{box}\", "
            + "response=\"6629fae49393a05397450978507c4ef1\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"0a4f\"\r\n");
        yield return Request("REGISTER", "106", name, "Contact: *\r\nExpires: 0\r\n");
        yield return Request("OPTIONS", "box", name, "Accept: application/sdp\r\n");
        yield return Request("BYE", "101", name, "", tag: ";tag=gone");
        yield return Request("CANCEL", "101", name, "");
        yield return Request("ACK", "101", name, "");
        yield return Request("REFER", "101", name, "Refer-To: <sip:102@switchhook?Replaces=7%40x%3Bto-tag%3Da>\r\n", tag: ";tag=gone");
        yield return Request("INFO", "101", name, "Content-Type: application/dtmf-relay\r\n", "Signal=5\r\nDuration=160\r\n");
        yield return Request("SUBSCRIBE", "101", name, "Event: message-summary\r\nExpires: 600\r\n");
        yield return Request("UPDATE", "101", name, "Content-Type: application/sdp\r\n", Sdp, ";tag=gone");
        yield return Request("PRACK", "101", name, "RAck: 1 1 INVITE\r\n", tag: ";tag=gone");
        yield return "SIP/2.0 200 OK\r\n" + Head("INVITE", "101", name, ";tag=there") + "Content-Length: 0\r\n\r\n";
    }

    private string Request(string method, string user, string name, string more, string body = "", string tag = "") =>
        $"{method} sip:{user}@{box} SIP/2.0\r\n{Head(method, user, name, tag)}{more}Content-Length: {body.Length}\r\n\r\n{body}";

    private string Head(string method, string user, string name, string tag) =>
        $"Via: SIP/2.0/{transport} {own};branch=z9hG4bK-{name};rport\r\nMax-Forwards: 70\r\n"
        + $"From: \"Eve\" <sip:eve@{own}>;tag={name}\r\nTo: <sip:{user}@{box}>{tag}\r\nCall-ID: {name}@{own.Address}\r\n"
        + $"CSeq: 1 {method}\r\nContact: <sip:eve@{own}>\r\nUser-Agent: Eve\r\n";
}

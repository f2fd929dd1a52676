using System.Text;

namespace Switchhook.Testing.Sip;

/// <summary>Messages as peers send them.</summary>
public static class SampleMessages
{
    /// <summary>An INVITE of a desk phone with SDP: some 900 bytes.</summary>
    public static byte[] Invite { get; } = Message(
        """
        INVITE sip:201@192.0.2.10:5060;transport=udp SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.21:5062;branch=z9hG4bK1785046931;rport
        Max-Forwards: 70
        From: "Front desk" <sip:200@192.0.2.10:5060>;tag=1297363205
        To: <sip:201@192.0.2.10:5060>
        Call-ID: 0_2384519003@192.0.2.21
        CSeq: 2 INVITE
        Contact: <sip:200@192.0.2.21:5062;transport=udp>
        Content-Type: application/sdp
        Allow: INVITE, INFO, PRACK, ACK, BYE, CANCEL, OPTIONS, NOTIFY, REGISTER, SUBSCRIBE, REFER, PUBLISH, UPDATE, MESSAGE
        User-Agent: Desk phone 96.86.0.20
        Supported: replaces, 100rel, timer
        Allow-Events: talk, hold, conference, refer, check-sync
        Content-Length: 302

        v=0
        o=- 20014 20014 IN IP4 192.0.2.21
        s=SDP data
        c=IN IP4 192.0.2.21
        t=0 0
        m=audio 11796 RTP/AVP 9 8 0 18 101
        a=rtpmap:9 G722/8000
        a=rtpmap:8 PCMA/8000
        a=rtpmap:0 PCMU/8000
        a=rtpmap:18 G729/8000
        a=fmtp:18 annexb=no
        a=fmtp:101 0-15
        a=rtpmap:101 telephone-event/8000
        a=ptime:20
        a=sendrecv

        """);

    /// <summary>A registration with credentials.</summary>
    public static byte[] Register { get; } = Message(
        """
        REGISTER sip:pbx.example.org SIP/2.0
        Via: SIP/2.0/TCP [2001:db8::21]:5062;branch=z9hG4bK776asdhds;rport
        Max-Forwards: 70
        From: <sip:200@pbx.example.org>;tag=a73kszlfl
        To: <sip:200@pbx.example.org>
        Call-ID: 1j9FpLxk3uxtm8tn@desk
        CSeq: 4 REGISTER
        Contact: <sip:200@[2001:db8::21]:5062;transport=tcp>;expires=3600;q=0.7, <sip:200@203.0.113.5>;expires=60
        Authorization: Digest username="200", realm="switchhook", nonce="x1,y2", uri="sip:pbx.example.org", qop=auth, nc=00000001,
         cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", algorithm=MD5
        Expires: 3600
        Content-Length: 0


        """);

    /// <summary>The answer to an INVITE over a proxy.</summary>
    public static byte[] Ok { get; } = Message(
        """
        SIP/2.0 200 OK
        Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK87asdks7;received=192.0.2.10;rport=5060, SIP/2.0/UDP 192.0.2.11:5064;branch=z9hG4bKa
        Record-Route: <sip:proxy.example.org;lr>
        From: "Front desk" <sip:200@pbx.example.org>;tag=9fxced76sl
        To: <sip:+4930901820@carrier.example.net;user=phone>;tag=314159
        Call-ID: 3848276298220188511@pbx.example.org
        CSeq: 314159 INVITE
        Contact: <sip:carrier@198.51.100.4>
        Session-Expires: 1800;refresher=uac
        Require: timer
        Content-Length: 0


        """);

    /// <summary>A transfer to a call that the phone already has.</summary>
    public static byte[] Refer { get; } = Message(
        """
        REFER sip:200@192.0.2.10 SIP/2.0
        v: SIP/2.0/TLS phone.example.org:5061;branch=z9hG4bKref
        f: 200 <sip:200@pbx.example.org>;tag=1
        t: <sip:201@pbx.example.org>;tag=2
        i: refer-1
        CSeq: 101 REFER
        Max-Forwards: 70
        r: <sip:202@pbx.example.org?Replaces=12345%40192.0.2.3%3Bto-tag%3D5%3Bfrom-tag%3D6>
        b: <sip:200@pbx.example.org>
        k: norefersub
        l: 0


        """);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<byte[]> All { get; } = [Invite, Register, Ok, Refer];

    /// <summary>A message of lines that end as in this source.</summary>
    public static byte[] Message(string lines) => Encoding.UTF8.GetBytes(lines.ReplaceLineEndings("\r\n"));
}

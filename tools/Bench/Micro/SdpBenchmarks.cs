using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp;
using Switchhook.Sip.Sdp.Negotiation;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Bench.Micro;

/// <summary>The body of a phone's INVITE, against going through its octets once to find the ends of lines.</summary>
public class SdpBenchmarks
{
    private static readonly byte[] Offer = Encoding.ASCII.GetBytes("""
        v=0
        o=- 20017 20017 IN IP4 192.0.2.7
        s=SDP data
        c=IN IP4 192.0.2.7
        t=0 0
        m=audio 11796 RTP/AVP 9 0 8 18 101
        a=rtpmap:9 G722/8000
        a=rtpmap:0 PCMU/8000
        a=rtpmap:8 PCMA/8000
        a=rtpmap:18 G729/8000
        a=fmtp:18 annexb=no
        a=fmtp:101 0-15
        a=rtpmap:101 telephone-event/8000
        a=ptime:20
        a=sendrecv

        """.ReplaceLineEndings("\r\n"));

    private static readonly LocalAudio Local = new(IPAddress.Loopback, 10000, 10001, [AudioCodec.Pcma, AudioCodec.Pcmu]);

    /// <summary>The ends of lines.</summary>
    [Benchmark(Baseline = true)]
    public int Lines() => Offer.AsSpan().Count((byte)'\n');

    /// <summary>Reading it.</summary>
    [Benchmark]
    public bool Parse() => SessionDescription.TryParse(Offer, out _, out _);

    /// <summary>Reading it and writing the first answer of a dialog.</summary>
    [Benchmark]
    public bool Answer() => new MediaNegotiation(Local, 77, new SecureSrtpKeySource()).TryAnswer(Offer, out _, out _);
}

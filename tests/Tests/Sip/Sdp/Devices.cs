namespace Switchhook.Tests.Sip.Sdp;

/// <summary>Offers in the shapes that phones, servers and providers are known to send; each comes from 192.0.2.7.</summary>
internal static class Devices
{
    /// <summary>The offers by name.</summary>
    public static IReadOnlyDictionary<string, string> Offers { get; } = new Dictionary<string, string>
    {
        ["Yealink"] = """
            v=0
            o=- 20117 20117 IN IP4 192.0.2.7
            s=SDP data
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 11786 RTP/AVP 9 0 8 18 101
            a=rtpmap:9 G722/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:18 G729/8000
            a=fmtp:18 annexb=no
            a=fmtp:101 0-15
            a=rtpmap:101 telephone-event/8000
            a=ptime:20
            a=sendrecv
            """,
        ["Grandstream"] = """
            v=0
            o=201 8000 8000 IN IP4 192.0.2.7
            s=SIP Call
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 5004 RTP/AVP 0 8 18 9 2 97 101
            a=sendrecv
            a=rtpmap:0 PCMU/8000
            a=ptime:20
            a=rtpmap:8 PCMA/8000
            a=rtpmap:18 G729/8000
            a=fmtp:18 annexb=no
            a=rtpmap:9 G722/8000
            a=rtpmap:2 G726-32/8000
            a=rtpmap:97 iLBC/8000
            a=fmtp:97 mode=20
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=rtcp:5005 IN IP4 192.0.2.7
            """,
        ["Grandstream with optional SRTP"] = """
            v=0
            o=201 8000 8000 IN IP4 192.0.2.7
            s=SIP Call
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 5004 RTP/SAVP 0 8 101
            a=sendrecv
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk|2^32
            a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk|2^32
            m=audio 5004 RTP/AVP 0 8 101
            a=sendrecv
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            """,
        ["Poly VVX"] = """
            v=0
            o=- 1700000000 1700000000 IN IP4 192.0.2.7
            s=Polycom IP Phone
            c=IN IP4 192.0.2.7
            t=0 0
            a=sendrecv
            m=audio 2222 RTP/AVP 9 0 8 18 127
            a=rtpmap:9 G722/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:18 G729/8000
            a=fmtp:18 annexb=no
            a=rtpmap:127 telephone-event/8000
            """,
        ["Snom"] = """
            v=0
            o=root 1234567890 1234567890 IN IP4 192.0.2.7
            s=call
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 53204 RTP/AVP 9 0 8 3 99 112 18 101
            a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk
            a=rtpmap:9 G722/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:3 GSM/8000
            a=rtpmap:99 G726-32/8000
            a=rtpmap:112 AAL2-G726-32/8000
            a=rtpmap:18 G729/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=encryption:optional
            a=sendrecv
            """,
        ["Fanvil"] = """
            v=0
            o=202 1002 1 IN IP4 192.0.2.7
            s=Call-202
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 10062 RTP/AVP 0 8 9 102 18 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:9 G722/8000
            a=rtpmap:102 opus/48000/2
            a=rtpmap:18 G729/8000
            a=fmtp:18 annexb=no
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=sendrecv
            m=video 10064 RTP/AVP 109
            a=rtpmap:109 H264/90000
            a=fmtp:109 profile-level-id=42801E;packetization-mode=1
            a=recvonly
            """,
        ["Cisco SPA"] = """
            v=0
            o=- 345678 345678 IN IP4 192.0.2.7
            s=-
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 16452 RTP/AVP 0 2 4 8 18 96 97 98 100 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:2 G726-32/8000
            a=rtpmap:4 G723/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:18 G729a/8000
            a=rtpmap:96 G726-40/8000
            a=rtpmap:97 G726-24/8000
            a=rtpmap:98 G726-16/8000
            a=rtpmap:100 NSE/8000
            a=fmtp:100 192-193
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:30
            a=sendrecv
            """,
        ["Linphone"] = """
            v=0
            o=anna 3411 1726 IN IP4 192.0.2.7
            s=Talk
            c=IN IP4 192.0.2.7
            t=0 0
            a=rtcp-xr:rcvr-rtt=all:10000 stat-summary=loss,dup,jitt,TTL voip-metrics
            a=record:off
            m=audio 7078 RTP/AVPF 96 97 98 0 8 101 99
            a=rtpmap:96 opus/48000/2
            a=fmtp:96 useinbandfec=1
            a=rtpmap:97 speex/16000
            a=fmtp:97 vbr=on
            a=rtpmap:98 speex/8000
            a=fmtp:98 vbr=on
            a=rtpmap:101 telephone-event/48000
            a=rtpmap:99 telephone-event/8000
            a=rtcp-mux
            a=rtcp-fb:* trr-int 1000
            a=rtcp-fb:* ccm tmmbr
            m=video 9078 RTP/AVPF 96
            a=rtpmap:96 VP8/90000
            """,
        ["baresip"] = """
            v=0
            o=- 385959240 358919719 IN IP4 192.0.2.7
            s=-
            c=IN IP4 192.0.2.7
            t=0 0
            a=tool:baresip
            m=audio 21098 RTP/AVP 9 8 0 96 101
            a=rtpmap:9 G722/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:96 opus/48000/2
            a=fmtp:96 stereo=1;sprop-stereo=1
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=sendrecv
            a=label:1
            a=rtcp-rsize
            a=ssrc:901849666 cname:sip:bob@192.0.2.7
            a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk
            a=minptime:20
            a=ptime:20
            """,
        ["Asterisk"] = """
            v=0
            o=- 1187541437 1187541437 IN IP4 192.0.2.7
            s=Asterisk
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 18372 RTP/AVP 8 0 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            a=ptime:20
            a=maxptime:140
            a=sendrecv
            """,
        ["FreeSWITCH"] = """
            v=0
            o=FreeSWITCH 1699999999 1700000000 IN IP4 192.0.2.7
            s=FreeSWITCH
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 24560 RTP/AVP 102 9 0 8 103 101 13
            a=rtpmap:102 opus/48000/2
            a=fmtp:102 useinbandfec=1; maxaveragebitrate=30000
            a=rtpmap:9 G722/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:103 telephone-event/48000
            a=fmtp:103 0-15
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=rtpmap:13 CN/8000
            a=ptime:20
            """,
        ["Fritz!Box"] = """
            v=0
            o=user 9263 9263 IN IP4 192.0.2.7
            s=call
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 7078 RTP/AVP 9 8 0 2 102 100 99 101 97 120 121
            a=sendrecv
            a=rtpmap:2 G726-32/8000
            a=rtpmap:102 G726-32/8000
            a=rtpmap:100 G726-40/8000
            a=rtpmap:99 G726-24/8000
            a=rtpmap:97 iLBC/8000
            a=fmtp:97 mode=30
            a=rtpmap:120 PCMA/16000
            a=rtpmap:121 PCMU/16000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=rtcp:7079
            """,
        ["a trunk on a Cisco gateway"] = """
            v=0
            o=CiscoSystemsSIP-GW-UserAgent 5213 8412 IN IP4 192.0.2.7
            s=SIP Call
            c=IN IP4 192.0.2.7
            t=0 0
            m=audio 17654 RTP/AVP 8 101 19
            c=IN IP4 192.0.2.7
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            a=rtpmap:19 CN/8000
            a=ptime:20
            """,
        ["a trunk behind a border controller"] = """
            v=0
            o=BroadWorks 1482 1 IN IP4 192.0.2.7
            s=-
            c=IN IP4 192.0.2.7
            t=0 0
            a=sqn: 0
            a=cdsc: 1 audio RTP/AVP 8 0 100
            m=audio 39250 RTP/AVP 8 0 100
            b=AS:80
            a=rtpmap:100 telephone-event/8000
            a=fmtp:100 0-15
            a=maxptime:40
            m=image 39252 udptl t38
            a=T38FaxVersion:0
            a=T38MaxBitRate:14400
            """,
        ["a trunk of a mobile core"] = """
            v=0
            o=- 71623 71623 IN IP4 192.0.2.7
            s=-
            c=IN IP4 192.0.2.7
            b=AS:41
            t=0 0
            a=sendrecv
            m=audio 50012 RTP/AVP 104 110 8 102 96
            b=AS:41
            b=RS:600
            b=RR:2000
            a=rtpmap:104 AMR-WB/16000/1
            a=fmtp:104 mode-change-capability=2;max-red=0
            a=rtpmap:110 AMR/8000/1
            a=rtpmap:8 PCMA/8000/1
            a=rtpmap:102 telephone-event/16000
            a=rtpmap:96 telephone-event/8000
            a=ptime:20
            a=maxptime:240
            """,
        ["a browser"] = """
            v=0
            o=- 4611731400430051336 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0
            a=msid-semantic: WMS
            m=audio 9 UDP/TLS/RTP/SAVPF 111 0 8 126
            c=IN IP4 0.0.0.0
            a=rtcp:9 IN IP4 0.0.0.0
            a=ice-ufrag:abcd
            a=ice-pwd:abcdefghijklmnopqrstuvwx
            a=fingerprint:sha-256 62:80:EE
            a=setup:actpass
            a=mid:0
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:126 telephone-event/8000
            """,
    };
}

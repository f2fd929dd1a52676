namespace Switchhook.Sip.Sdp.Srtp;

/// <summary>What a phone or trunk does with SRTP by SDES. A key in SDP is as secret as the transport that carries it: use TLS.</summary>
internal enum SrtpPolicy
{
    /// <summary>Plain RTP; offers that demand SRTP are refused.</summary>
    None,

    /// <summary>Keys are offered on plain RTP and taken where offered (opportunistic, RFC 8643); without them the call is plain.</summary>
    Offered,

    /// <summary>No call without SRTP.</summary>
    Demanded,
}

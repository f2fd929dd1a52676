namespace Switchhook.Sip.Sdp;

/// <summary>Which way a stream flows, seen from the side that says it (RFC 8866 §6.7).</summary>
[Flags]
internal enum MediaDirection
{
    /// <summary><c>inactive</c>: neither way.</summary>
    Inactive = 0,

    /// <summary><c>sendonly</c>.</summary>
    SendOnly = 1,

    /// <summary><c>recvonly</c>.</summary>
    ReceiveOnly = 2,

    /// <summary><c>sendrecv</c>: both ways, also where nothing is said.</summary>
    SendReceive = SendOnly | ReceiveOnly,
}

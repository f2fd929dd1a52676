namespace Switchhook.Sip.Rtp.Io;

/// <summary>The two sockets of a session.</summary>
/// <param name="Port">The even port, of RTP.</param>
/// <param name="Rtp">Its socket.</param>
/// <param name="Control">Socket of RTCP, on the odd port after it.</param>
internal readonly record struct PortPair(int Port, int Rtp, int Control);

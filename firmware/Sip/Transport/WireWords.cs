using System.Net.Sockets;

namespace Switchhook.Sip.Transport;

/// <summary>Failures of sockets in plain words.</summary>
internal static class WireWords
{
    /// <summary>One sentence about the other side.</summary>
    public static string Of(Hop hop, Exception error) => $"{hop}: {Of(error)}";

    /// <summary>The same without naming it.</summary>
    public static string Of(Exception error) => error switch
    {
        SocketException socket => Of(socket),
        IOException { InnerException: SocketException socket } => Of(socket),
        OperationCanceledException => "no answer in time.",
        _ => error.Message,
    };

    private static string Of(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "the connection is refused.",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the other side broke the connection.",
        SocketError.HostUnreachable => "the address is not reachable.",
        SocketError.NetworkUnreachable or SocketError.NetworkDown => "the network is not reachable.",
        SocketError.TimedOut => "no answer in time.",
        SocketError.MessageSize => "the message is too long for a datagram.",
        SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable => "too much waits to be sent already.",
        SocketError.AccessDenied => "the kernel does not let it out.",
        _ => error.Message,
    };
}

using System.Net;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>UDP sockets as the engine sees them. The running one is the kernel's, tests have one in memory that loses and delays.</summary>
internal interface IPacketNetwork : IDisposable
{
    /// <summary>Prepares the calling thread, which will wait here.</summary>
    /// <returns>In words what priority it got.</returns>
    string EnterThread();

    /// <summary>Opens a socket; it is not waited for yet. Control loop.</summary>
    OpenedSocket Open(IPEndPoint local);

    /// <summary>Waits for a socket too. False when the system refuses. Control loop.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="key">What <see cref="Wait"/> will tell.</param>
    bool TryWatch(int socket, int key);

    /// <summary>Waits until sockets have datagrams, until <see cref="Wake"/>, or until the time is over. RTP thread.</summary>
    /// <returns>Number of keys in <paramref name="ready"/>.</returns>
    int Wait(Span<int> ready, int milliseconds);

    /// <summary>Takes what a socket has, without waiting. RTP thread.</summary>
    /// <returns>Number of datagrams.</returns>
    int Receive(int socket, ReceiveBatch batch);

    /// <summary>Sends without waiting; what the system refuses is lost. RTP thread.</summary>
    /// <returns>How many were lost.</returns>
    int Send(int socket, SendBatch batch);

    /// <summary>Closes a socket. Any thread.</summary>
    void Close(int socket);

    /// <summary>Ends a wait. Any thread.</summary>
    void Wake();

    /// <summary>Processor time that the calling thread has used.</summary>
    TimeSpan ThreadCpuTime { get; }
}

/// <summary>What became of opening a socket.</summary>
/// <param name="Socket">Its number; negative when it failed.</param>
/// <param name="IsTaken">It failed because another program has the port.</param>
/// <param name="Why">In words, when it failed.</param>
internal readonly record struct OpenedSocket(int Socket, bool IsTaken, string? Why);

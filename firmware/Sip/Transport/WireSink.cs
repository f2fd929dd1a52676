using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Sip.Transport;

/// <summary>Where all sockets of a wire bring what they have; counts it, and keeps a fault of the listener from ending a socket.</summary>
internal sealed class WireSink(TroubleFilter troubles)
{
    private volatile IWireListener? _listener;
    private long _received;
    private long _sent;
    private long _failed;

    /// <summary>Who takes what comes.</summary>
    public IWireListener? Listener
    {
        get => _listener;
        set => _listener = value;
    }

    /// <summary>Whole messages that were handed on.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Messages that the kernel took.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Messages that could not be sent.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Hands a message on.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A message that the listener stumbles over must not end the socket for others.")]
    public void Take(ReadOnlySpan<byte> message, Hop from)
    {
        Interlocked.Increment(ref _received);
        try
        {
            _listener?.OnMessage(message, from);
        }
        catch (Exception fault)
        {
            troubles.Tell($"A message from {from} was not taken: {fault.Message}");
        }
    }

    /// <summary>Counts a message that is on its way.</summary>
    public void CountSent() => Interlocked.Increment(ref _sent);

    /// <summary>Tells, on a thread of the pool and so never within the sender's call, that a message did not go out.</summary>
    public void Fail(Hop to, string why)
    {
        Interlocked.Increment(ref _failed);
        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Sink.Guarded(work.To, work.Why), (Sink: this, To: to, Why: why), false);
    }

    /// <summary>Tells that a stream is closed.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault of the listener is told; the wire goes on.")]
    public void Close(Hop hop)
    {
        try
        {
            _listener?.OnClosed(hop);
        }
        catch (Exception fault)
        {
            troubles.Tell($"The end of {hop} was not taken: {fault.Message}");
        }
    }

    /// <summary>Something went wrong that no sender is waiting to hear.</summary>
    public void Trouble(string what) => troubles.Tell(what);

    [SuppressMessage("Design", "CA1031", Justification = "A fault of the listener is told; the wire goes on.")]
    private void Guarded(Hop to, string why)
    {
        try
        {
            _listener?.OnFailed(to, why);
        }
        catch (Exception fault)
        {
            troubles.Tell($"A failure towards {to} was not taken: {fault.Message}");
        }
    }
}

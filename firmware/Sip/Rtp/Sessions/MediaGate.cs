namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>
/// Lets the control loop end what the media thread uses, without a lock: whoever is the last to hold it is told to clean up. The media
/// thread may come at any time, or never again.
/// </summary>
internal sealed class MediaGate
{
    private const int Idle = 0;
    private const int InUse = 1;
    private const int Closed = 2;
    private const int ClosedInUse = 3;

    private int _state;

    /// <summary>The media thread comes in. False when it is closed.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _state, InUse, Idle) == Idle;

    /// <summary>The media thread goes out. True when it has to clean up.</summary>
    public bool LeaveLast()
    {
        if (Interlocked.CompareExchange(ref _state, Idle, InUse) == InUse)
        {
            return false;
        }

        Volatile.Write(ref _state, Closed);
        return true;
    }

    /// <summary>The control loop closes. True when it has to clean up.</summary>
    public bool CloseFirst()
    {
        while (true)
        {
            if (Interlocked.CompareExchange(ref _state, Closed, Idle) == Idle)
            {
                return true;
            }

            // The media thread may go out or come in between the two.
            if (Interlocked.CompareExchange(ref _state, ClosedInUse, InUse) == InUse || Volatile.Read(ref _state) >= Closed)
            {
                return false;
            }
        }
    }
}

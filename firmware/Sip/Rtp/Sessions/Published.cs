namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>A value that one thread renews and others read whole, without a lock: a reader that meets a change reads again.</summary>
/// <typeparam name="T">Plain figures.</typeparam>
internal sealed class Published<T>
    where T : struct
{
    private T _value;
    private int _version;

    /// <summary>The value as it was renewed last.</summary>
    public T Value
    {
        get
        {
            while (true)
            {
                var before = Volatile.Read(ref _version);
                var value = _value;
                Interlocked.MemoryBarrier();
                if ((before & 1) == 0 && before == Volatile.Read(ref _version))
                {
                    return value;
                }

                Thread.Yield();
            }
        }
    }

    /// <summary>Renews the value. One thread.</summary>
    public void Renew(in T value)
    {
        // Odd while it changes.
        Interlocked.Increment(ref _version);
        _value = value;
        Interlocked.Increment(ref _version);
    }
}

namespace Switchhook.Sip.Rtp.Io;

/// <summary>Lends the port pairs of a range. The pair that is free the longest comes first, and none before it has rested.</summary>
internal sealed class PortPairs
{
    /// <summary>How long a pair is left alone, so that late packets of its last call reach nobody.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    private readonly Queue<(int Port, long FreeSince)> _free = new();
    private readonly TimeProvider _time;

    /// <summary>All pairs are free.</summary>
    /// <param name="range">The range.</param>
    /// <param name="time">Measures the rest.</param>
    /// <param name="random">Where in the range the lending begins: after a restart, not with the ports of the last calls.</param>
    public PortPairs(RtpPortRange range, TimeProvider time, Random random)
    {
        _time = time;
        var start = range.Pairs > 0 ? random.Next(range.Pairs) : 0;
        for (var i = 0; i < range.Pairs; i++)
        {
            _free.Enqueue((range.FirstEven + (2 * ((start + i) % range.Pairs)), long.MinValue));
        }
    }

    /// <summary>Pairs that are not lent.</summary>
    public int Free => _free.Count;

    /// <summary>Lends a pair. False when all are lent or at rest.</summary>
    /// <param name="port">The even port.</param>
    public bool TryTake(out int port)
    {
        if (_free.TryPeek(out var oldest)
            && (oldest.FreeSince == long.MinValue || _time.GetElapsedTime(oldest.FreeSince) >= Rest))
        {
            port = _free.Dequeue().Port;
            return true;
        }

        port = 0;
        return false;
    }

    /// <summary>Takes a pair back after a call.</summary>
    public void Return(int port) => _free.Enqueue((port, _time.GetTimestamp()));

    /// <summary>Takes a pair back that another program uses: it comes last again.</summary>
    public void ReturnUnused(int port) => _free.Enqueue((port, long.MinValue));
}

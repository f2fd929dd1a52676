namespace Switchhook.Sip.Rtp.Streams;

/// <summary>Notices when packets are expected and none comes; tells it once for each silence. A pure machine.</summary>
/// <param name="limit">How long it may be silent.</param>
internal sealed class SilenceWatch(TimeSpan limit)
{
    private bool _isExpected;
    private bool _isTold;
    private TimeSpan _since;

    /// <summary>Packets are expected from now on, or no more.</summary>
    public void Expect(bool isExpected, TimeSpan now)
    {
        if (isExpected != _isExpected)
        {
            (_isExpected, _isTold, _since) = (isExpected, false, now);
        }
    }

    /// <summary>A packet came.</summary>
    public void Hear(TimeSpan now) => (_isTold, _since) = (false, now);

    /// <summary>True once when the silence has become too long.</summary>
    public bool IsOver(TimeSpan now)
    {
        if (!_isExpected || _isTold || now - _since < limit)
        {
            return false;
        }

        return _isTold = true;
    }
}

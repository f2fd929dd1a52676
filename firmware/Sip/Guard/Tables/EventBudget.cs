namespace Switchhook.Sip.Guard.Tables;

/// <summary>How many events are told in a minute. More are only counted: an attack from many addresses must not fill the journal.</summary>
internal sealed class EventBudget(int perMinute)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private TimeSpan _since;
    private int _told;
    private int _untold;

    /// <summary>Whether one more may be told.</summary>
    public bool Take(TimeSpan now)
    {
        lock (_gate)
        {
            if (_untold == 0 && now - _since >= Minute)
            {
                _since = now;
                _told = 0;
            }

            if (_told >= perMinute)
            {
                _untold++;
                return false;
            }

            _told++;
            return true;
        }
    }

    /// <summary>At the end of a minute: how many were not told in it; otherwise 0.</summary>
    public int TakeUntold(TimeSpan now)
    {
        lock (_gate)
        {
            if (_untold == 0 || now - _since < Minute)
            {
                return 0;
            }

            var untold = _untold;
            _since = now;
            _told = 0;
            _untold = 0;
            return untold;
        }
    }
}

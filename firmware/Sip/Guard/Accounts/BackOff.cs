namespace Switchhook.Sip.Guard.Accounts;

/// <summary>Wrong passwords one after the other, and until when the next one is not even looked at. Pure.</summary>
internal struct BackOff
{
    private int _failures;
    private TimeSpan _last;
    private TimeSpan _until;

    /// <summary>Wrong passwords that count now.</summary>
    public readonly int Failures => _failures;

    /// <summary>How long still; zero: the next one is looked at.</summary>
    public readonly TimeSpan Left(TimeSpan now) => _until > now ? _until - now : TimeSpan.Zero;

    /// <summary>One more.</summary>
    /// <param name="now">The time.</param>
    /// <param name="free">Those that cost nothing.</param>
    /// <param name="first">What the first one costs that does; each further one twice as much.</param>
    /// <param name="longest">The most that one costs.</param>
    /// <param name="forgottenAfter">After so long it is a first one.</param>
    public void Fail(TimeSpan now, int free, TimeSpan first, TimeSpan longest, TimeSpan forgottenAfter)
    {
        _failures = now - _last >= forgottenAfter ? 1 : _failures + 1;
        _last = now;
        if (_failures <= free)
        {
            return;
        }

        var wait = first;
        for (var i = free + 1; i < _failures && wait < longest; i++)
        {
            wait *= 2;
        }

        _until = now + (wait < longest ? wait : longest);
    }
}

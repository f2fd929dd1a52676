using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>Counts how callers fared.</summary>
/// <param name="runs">How many times each caller is counted.</param>
internal sealed class ShadowTally(int runs)
{
    private int _callers;
    private int _lost;
    private int _answered;
    private int _inTime;
    private TimeSpan _waits;
    private TimeSpan _longest;

    public ShadowSide Side => new(
        _callers / runs,
        (double)_lost / runs,
        _callers > 0 ? (double)_inTime / _callers : null,
        _answered > 0 ? _waits / _answered : null,
        _longest);

    public void Count(TimeSpan wait, bool isAnswered)
    {
        _callers++;
        _longest = wait > _longest ? wait : _longest;
        if (isAnswered)
        {
            _answered++;
            _waits += wait;
            _inTime += wait <= QueueDefaults.ServiceLevel.Within ? 1 : 0;
        }
        else
        {
            _lost++;
        }
    }
}

namespace Switchhook.Acd.Theory;

/// <summary>
/// The long-run probabilities of the number of calls in a system that calls enter and leave one by one. They are summed from the most
/// probable number outwards, so that no term is above 1 and none of a big load overflows.
/// </summary>
internal sealed class BirthDeath
{
    // Terms this small against the sum so far change none of its digits.
    private const double Negligible = 1e-18;

    private readonly List<double> _shares;
    private readonly int _first;

    /// <summary>Calculates the probabilities.</summary>
    /// <param name="arrivalRate">Calls per second, the same in each state below <paramref name="most"/>.</param>
    /// <param name="leaveRate">Calls that leave per second when so many are there; grows with the number.</param>
    /// <param name="peak">The most probable number: the last whose leave rate is not above the arrival rate.</param>
    /// <param name="most">The number at which calls are turned away; null for none.</param>
    public BirthDeath(double arrivalRate, Func<int, double> leaveRate, int peak, int? most)
    {
        var below = Terms(peak, -1, n => n > 0 ? leaveRate(n) / arrivalRate : 0);
        var above = Terms(peak, 1, n => n < most.GetValueOrDefault(int.MaxValue) ? arrivalRate / leaveRate(n + 1) : 0);
        below.Reverse();
        _first = peak - below.Count;
        _shares = [.. below, 1, .. above];
        var sum = _shares.Sum();
        for (var i = 0; i < _shares.Count; i++)
        {
            _shares[i] /= sum;
        }
    }

    /// <summary>The largest number whose probability is not negligible.</summary>
    public int Last => _first + _shares.Count - 1;

    /// <summary>The share of time in which so many calls are there.</summary>
    public double this[int calls] => calls < _first || calls > Last ? 0 : _shares[calls - _first];

    // The terms on one side of the peak, whose own is 1; ratio(n) leads from state n to the next one.
    private static List<double> Terms(int peak, int step, Func<int, double> ratio)
    {
        var terms = new List<double>();
        var sum = 1.0;
        var n = peak;
        for (var term = ratio(n); term > Negligible * sum; term *= ratio(n))
        {
            terms.Add(term);
            sum += term;
            n += step;
        }

        return terms;
    }
}

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>Waits between tries that fail: 5 s, doubling up to 5 minutes, each up to a quarter longer by chance, so that not all boxes of
/// a provider come back at once.</summary>
/// <param name="random">Chance.</param>
internal sealed class BackOff(Random random)
{
    private const double Spread = 0.25;

    /// <summary>The first wait.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <summary>The longest one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private TimeSpan _next = First;

    /// <summary>The next wait.</summary>
    public TimeSpan Next()
    {
        var wait = _next * (1 + (Spread * random.NextDouble()));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return wait;
    }

    /// <summary>A try went well.</summary>
    public void Reset() => _next = First;
}

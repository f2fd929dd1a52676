using System.Runtime.CompilerServices;

namespace Switchhook.Acd.Theory;

/// <summary>What the formulas take. Beyond it nobody's office is meant, and the sums would take long or lose digits.</summary>
internal static class TheoryBounds
{
    /// <summary>Most traffic, in erlangs: as many as this talk at once on average.</summary>
    public const double MostErlangs = 1000;

    /// <summary>Most agents or lines.</summary>
    public const int MostServers = 10_000;

    /// <summary>Most callers who may be in a queue on average.</summary>
    public const double MostWaiting = 100_000;

    /// <summary>Shortest handling time and patience.</summary>
    public static readonly TimeSpan ShortestTime = TimeSpan.FromSeconds(1);

    /// <summary>Longest handling time, patience and time to answer within.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    public static double Erlangs(double erlangs, [CallerArgumentExpression(nameof(erlangs))] string? name = null) =>
        erlangs is >= 0 and <= MostErlangs
            ? erlangs
            : throw new ArgumentOutOfRangeException(name, erlangs, $"Traffic is 0 to {MostErlangs} erlangs (calls × hours of each).");

    public static int Servers(int count, int fewest, [CallerArgumentExpression(nameof(count))] string? name = null) =>
        count >= fewest && count <= MostServers
            ? count
            : throw new ArgumentOutOfRangeException(name, count, $"There are {fewest} to {MostServers} of them.");

    public static TimeSpan Duration(TimeSpan duration, [CallerArgumentExpression(nameof(duration))] string? name = null) =>
        duration >= ShortestTime && duration <= LongestTime
            ? duration
            : throw new ArgumentOutOfRangeException(name, duration, "A mean duration is 1 s to a day.");

    public static TimeSpan Limit(TimeSpan limit, [CallerArgumentExpression(nameof(limit))] string? name = null) =>
        limit >= TimeSpan.Zero && limit <= LongestTime
            ? limit
            : throw new ArgumentOutOfRangeException(name, limit, "A time limit is 0 s to a day.");

    public static double Share(double share, [CallerArgumentExpression(nameof(share))] string? name = null) =>
        share is > 0 and < 1
            ? share
            : throw new ArgumentOutOfRangeException(name, share, "A share to reach lies between 0 and 1, both left out: 0.8 for 80 %.");
}

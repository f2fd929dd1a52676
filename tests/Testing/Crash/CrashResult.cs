namespace Switchhook.Testing.Crash;

/// <summary>What was left after kills.</summary>
/// <param name="Calls">Calls that the box had shown.</param>
/// <param name="Answered">Those of them that had been answered.</param>
/// <param name="CutOff">Those of the answered ones that were in progress at the kill.</param>
/// <param name="Sounds">Recordings that another program has read.</param>
/// <param name="WorstEnd">Largest time by which the end that is now written for a call is before the true one.</param>
/// <param name="WorstSound">Largest part of a recording that is missing at its end.</param>
/// <param name="Faults">What must not be, in words.</param>
public sealed record CrashResult(
    int Calls, int Answered, int CutOff, int Sounds, TimeSpan WorstEnd, TimeSpan WorstSound, IReadOnlyList<string> Faults)
{
    /// <summary>Nothing yet.</summary>
    public static CrashResult None { get; } = new(0, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero, []);

    /// <summary>This and another, together.</summary>
    public CrashResult And(CrashResult other) => new(
        Calls + other.Calls,
        Answered + other.Answered,
        CutOff + other.CutOff,
        Sounds + other.Sounds,
        WorstEnd > other.WorstEnd ? WorstEnd : other.WorstEnd,
        WorstSound > other.WorstSound ? WorstSound : other.WorstSound,
        [.. Faults, .. other.Faults]);
}

using Switchhook.Calls.Live;

namespace Switchhook.Storage.Lines;

/// <summary>What the journal tells of a line or trunk.</summary>
/// <param name="Name">Its name in the site file.</param>
/// <param name="Calls">Its calls.</param>
/// <param name="Downs">When it was down, the youngest first.</param>
/// <param name="Troubles">Calls on it that ended with a fault, the youngest first.</param>
/// <param name="Sound">How its sound in packets was; null for a line of wires, and without calls.</param>
public sealed record LineHealth(
    string Name, LineCalls Calls, IReadOnlyList<LineDown> Downs, IReadOnlyList<LineTrouble> Troubles, LineSound? Sound)
{
    /// <summary>Nothing is known.</summary>
    public static LineHealth None(string name) => new(name, new LineCalls(0, 0, null, 0, 0), [], [], null);
}

/// <summary>Calls of a line.</summary>
/// <param name="Today">Those of today.</param>
/// <param name="Month">Those of the last 30 days.</param>
/// <param name="LastAt">When the last one began, UTC; null when there was none.</param>
/// <param name="Inbound">Callers of the last 30 days.</param>
/// <param name="WithNumber">Of them, those whose number came.</param>
public sealed record LineCalls(int Today, int Month, DateTimeOffset? LastAt, int Inbound, int WithNumber);

/// <summary>A time in which a line was down.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="Until">Until when; null while it lasts, or when the journal does not tell.</param>
/// <param name="Status">How.</param>
/// <param name="Why">The same in words.</param>
public sealed record LineDown(DateTimeOffset At, DateTimeOffset? Until, LineStatus Status, string Why);

/// <summary>A call that a line ended with a fault.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Call">The call.</param>
/// <param name="Words">What was wrong.</param>
public sealed record LineTrouble(DateTimeOffset At, string Call, string Words);

/// <summary>How the sound of a trunk was in the last 30 days.</summary>
/// <param name="Calls">Calls that were measured.</param>
/// <param name="Mos">Mean of their mean opinion scores, 1 to 4.5.</param>
/// <param name="WorstMos">The worst of them.</param>
/// <param name="LossPercent">Mean of the packets of a hundred that were lost.</param>
public sealed record LineSound(int Calls, double Mos, double WorstMos, double LossPercent);

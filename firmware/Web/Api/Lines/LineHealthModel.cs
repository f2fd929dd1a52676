using Switchhook.Calls.Live;
using Switchhook.Storage.Lines;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Seams.Care;

namespace Switchhook.Web.Api.Lines;

/// <summary>How a line or trunk is, now and in the last 30 days.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Port">Port of the board; null for a trunk.</param>
/// <param name="Server">Server of the trunk's provider; null for a line.</param>
/// <param name="Status">What it does; null until the box has seen it.</param>
/// <param name="Why">The same in words.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Grade">All in all.</param>
/// <param name="Checks">What somebody should look at.</param>
/// <param name="Calls">Its calls.</param>
/// <param name="Downs">When it was down, the youngest first; at most 100.</param>
/// <param name="Troubles">Calls that it ended with a fault, the youngest first; at most 100.</param>
/// <param name="Sound">How its sound in packets was; null for a line of wires, and without calls.</param>
/// <param name="Measures">What its port measures; null for a trunk, and where the box has no such port.</param>
public sealed record LineHealthModel(
    string Name,
    string? Port,
    string? Server,
    LineStatus? Status,
    string? Why,
    DateTimeOffset? Since,
    LineGrade Grade,
    IReadOnlyList<LineCheck> Checks,
    LineCalls Calls,
    IReadOnlyList<LineDown> Downs,
    IReadOnlyList<LineTrouble> Troubles,
    LineSound? Sound,
    PortMeasures? Measures)
{
    private const double PoorMos = 3.6;
    private const int FewCalls = 3;
    private const int ManyCalls = 10;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>A line with what is known of it.</summary>
    internal static LineHealthModel Of(LineModel line, LineHealth health, PortMeasures? measures, DateTimeOffset now)
    {
        IReadOnlyList<LineCheck> checks = [.. ChecksOf(line, health, measures, now)];
        return new LineHealthModel(
            line.Name,
            line.Port,
            line.Server,
            line.Status,
            line.Why,
            line.Since,
            GradeOf(checks),
            checks,
            health.Calls,
            health.Downs,
            health.Troubles,
            health.Sound,
            measures);
    }

    private static LineGrade GradeOf(IReadOnlyList<LineCheck> checks) =>
        checks.Any(check => check is LineCheck.PlugAndProvider or LineCheck.CardOfBox or LineCheck.NetworkAndAccount) ? LineGrade.Sick
        : checks.Contains(LineCheck.NeverSeen) ? LineGrade.Unknown
        : checks.Count > 0 ? LineGrade.Watch
        : LineGrade.Good;

    private static IEnumerable<LineCheck> ChecksOf(LineModel line, LineHealth health, PortMeasures? measures, DateTimeOffset now)
    {
        LineCheck? state = line.Status switch
        {
            null => LineCheck.NeverSeen,
            LineStatus.NoBattery => LineCheck.PlugAndProvider,
            LineStatus.OutOfOrder => LineCheck.CardOfBox,
            LineStatus.Unreachable => LineCheck.NetworkAndAccount,
            _ => measures?.Fault is null ? null : LineCheck.CardOfBox,
        };
        if (state is { } check)
        {
            yield return check;
        }

        // The one that lasts is told above.
        if (health.Downs.Any(down => down.Until is { } until && now - until < Lately))
        {
            yield return LineCheck.WentDown;
        }

        if (health.Troubles.Any(trouble => now - trouble.At < Lately))
        {
            yield return LineCheck.CallsFail;
        }

        if (health.Sound is { Calls: >= FewCalls, Mos: < PoorMos })
        {
            yield return LineCheck.PoorSound;
        }

        if (health.Calls is { Inbound: >= ManyCalls } calls && calls.WithNumber == 0)
        {
            yield return LineCheck.NoNumbers;
        }
    }
}

/// <summary>How a line is, all in all.</summary>
public enum LineGrade
{
    /// <summary>Nothing is known against it.</summary>
    Good,

    /// <summary>It works, but something was wrong lately.</summary>
    Watch,

    /// <summary>It does not work.</summary>
    Sick,

    /// <summary>The box has not seen it yet.</summary>
    Unknown,
}

/// <summary>What somebody should look at.</summary>
public enum LineCheck
{
    /// <summary>No battery: the plug, the cable, the provider's socket.</summary>
    PlugAndProvider,

    /// <summary>The port or its card does not work.</summary>
    CardOfBox,

    /// <summary>The provider does not answer, or refuses the box: network, account, password.</summary>
    NetworkAndAccount,

    /// <summary>It was down in the last 7 days, and came back.</summary>
    WentDown,

    /// <summary>Calls ended with a fault of the line in the last 7 days: no dial tone, a number not taken.</summary>
    CallsFail,

    /// <summary>Its sound is poor on average: the connection to the Internet is full or bad.</summary>
    PoorSound,

    /// <summary>Of ten callers and more no number came: the service may not be ordered.</summary>
    NoNumbers,

    /// <summary>The box has not seen it since its start.</summary>
    NeverSeen,
}

using System.Globalization;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Signals;

/// <summary>When an alarm begins and ends, so that it means something and does not flap. Pure.</summary>
/// <remarks>
/// <para>
/// Longest wait, waiting and service level begin at once. Agents begins after <see cref="ShiftChange"/>: one logs out, the next in.
/// </para>
/// <para>An alarm ends when what it is for has been over for <see cref="Calm"/> without a break.</para>
/// <para>
/// The service level is that of the callers of the last <see cref="Window"/>, since that of the whole day would go on after a bad hour
/// when nobody can do anything any more. It needs <see cref="FewestCallers"/>, and once the alarm is on it is over only
/// <see cref="Margin"/> percent above the limit, or when so few call.
/// </para>
/// <para>By night nobody misses agents.</para>
/// </remarks>
public static class AlarmRules
{
    /// <summary>How far the service level looks back.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    /// <summary>How long what an alarm is for must be over.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    /// <summary>How long too few agents are nothing unusual.</summary>
    public static readonly TimeSpan ShiftChange = TimeSpan.FromMinutes(1);

    /// <summary>Of fewer callers a service level says nothing.</summary>
    public const int FewestCallers = 5;

    /// <summary>Percent above the limit at which an alarm for the service level may end.</summary>
    public const int Margin = 5;

    /// <summary>What an alarm is for is there now.</summary>
    /// <param name="kind">The alarm.</param>
    /// <param name="now">The queue.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="isOn">True when the alarm is on already.</param>
    /// <returns>One sentence; null when it is not there.</returns>
    public static string? Finding(AlarmKind kind, QueueMoment now, AlarmLimits limits, bool isOn)
    {
        var words = kind switch
        {
            AlarmKind.LongestWait => limits.LongestWait is { } limit && now.LongestWait is { } wait && wait >= limit
                ? $"someone has waited {TimeWords.Of(wait)}, and {TimeWords.Of(limit)} is the limit."
                : null,
            AlarmKind.Waiting => limits.Waiting is { } limit && now.Waiting.Count >= limit
                ? $"{Callers(now.Waiting.Count)}, and {limit} is the limit."
                : null,
            AlarmKind.ServiceLevel => OfServiceLevel(now, limits, isOn),
            AlarmKind.Agents => limits.Agents is { } limit && now.LoggedIn < limit && !now.IsNight
                ? $"{LoggedIn(now.LoggedIn)}, and there should be {limit}."
                : null,
        };
        return words is null ? null : $"Queue {now.Queue}: {words}";
    }

    /// <summary>That what an alarm was for is over, as one sentence.</summary>
    public static string Over(AlarmKind kind, string queue)
    {
        var words = kind switch
        {
            AlarmKind.LongestWait => "nobody waits too long any more.",
            AlarmKind.Waiting => "no longer too many wait.",
            AlarmKind.ServiceLevel => "callers are answered in time again, or few call.",
            AlarmKind.Agents => "there are enough agents again.",
        };
        return $"Queue {queue}: {words}";
    }

    /// <summary>How long it must be there before the alarm begins.</summary>
    internal static TimeSpan DelayOf(AlarmKind kind) => kind == AlarmKind.Agents ? ShiftChange : TimeSpan.Zero;

    /// <summary>When findings may change by time alone: someone has waited long enough, or leaves the window.</summary>
    /// <returns>Null when they do not.</returns>
    internal static DateTimeOffset? NextChangeAt(QueueMoment now, AlarmLimits limits)
    {
        var moments = new List<DateTimeOffset>();
        if (limits.LongestWait is { } limit && now.Waiting.Count > 0)
        {
            moments.Add(now.Waiting[0].EnteredAt + limit);
        }

        if (limits.ServiceLevel is not null)
        {
            // One tick later, since a wait of just the time is in time.
            moments.AddRange(now.Waiting.Select(visit => visit.EnteredAt + limits.Rules.AnswerWithin + TimeSpan.FromTicks(1)));
            moments.AddRange(now.Recent.Select(visit => visit.EnteredAt + Window));
        }

        var later = moments.Where(moment => moment > now.At).ToList();
        return later.Count > 0 ? later.Min() : null;
    }

    private static string? OfServiceLevel(QueueMoment now, AlarmLimits limits, bool isOn)
    {
        if (limits.ServiceLevel is not { } limit)
        {
            return null;
        }

        var lately = new Interval(now.At - Window, now.At + TimeSpan.FromTicks(1));
        var figures = new QueueReport(now.Recent, lately, limits.Rules, now.At).Whole;
        var callers = figures.Offered.Count - figures.ShortAbandoned.Count;
        var share = figures.Value(FigureName.ServiceLevelOfOffered);
        return callers >= FewestCallers && share is { } level && level * 100 < limit + (isOn ? Margin : 0)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Floor(level * 100)} % of the {callers} callers of the last {Window.TotalMinutes} min were answered within "
                    + $"{TimeWords.Of(limits.Rules.AnswerWithin)}, and it should be {limit} %.")
            : null;
    }

    private static string Callers(int count) => count == 1 ? "1 caller waits" : $"{count} callers wait";

    private static string LoggedIn(int count) => count switch
    {
        0 => "no agent is logged in",
        1 => "1 agent is logged in",
        _ => $"{count} agents are logged in",
    };
}

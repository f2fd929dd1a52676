using Switchhook.Acd.Facts;

namespace Switchhook.Acd.Figures;

/// <summary>
/// The figures of some visits. Shares are 0 to 1; a share or mean of nothing is null. Offered is always the sum of answered, abandoned,
/// short abandons, the other ways out, and still waiting.
/// </summary>
public sealed class QueueFigures
{
    private static readonly IReadOnlyList<Visit> None = [];

    private readonly Dictionary<FigureName, List<Visit>> _visits = [];
    private readonly List<Visit> _waited = [];
    private readonly List<Visit> _worked = [];
    private readonly FigureRules _rules;
    private readonly DateTimeOffset _asOf;
    private readonly CallerHistory _history;
    private readonly int _undecided;

    /// <summary>Counts visits.</summary>
    /// <param name="visits">In order of entry.</param>
    /// <param name="rules">The parameters.</param>
    /// <param name="asOf">The moment until which is known what happened.</param>
    /// <param name="history">What callers did before and after.</param>
    internal QueueFigures(IEnumerable<Visit> visits, FigureRules rules, DateTimeOffset asOf, CallerHistory history)
    {
        (_rules, _asOf, _history) = (rules, asOf, history);
        foreach (var visit in visits)
        {
            Count(visit);
        }

        _undecided = Behind(FigureName.Waiting).Count(visit => WaitSoFar(visit) <= rules.AnswerWithin);
    }

    /// <summary>Visits that came to the queue.</summary>
    public IReadOnlyList<Visit> Offered => Behind(FigureName.Offered);

    /// <summary>Offered visits that an agent answered.</summary>
    public IReadOnlyList<Visit> Answered => Behind(FigureName.Answered);

    /// <summary>Offered visits whose caller hung up before an answer, short abandons left out.</summary>
    public IReadOnlyList<Visit> Abandoned => Behind(FigureName.Abandoned);

    /// <summary>Offered visits whose caller hung up at once.</summary>
    public IReadOnlyList<Visit> ShortAbandoned => Behind(FigureName.ShortAbandoned);

    /// <summary>Answered visits, those of tickets that came back among them: the work that was done.</summary>
    public IReadOnlyList<Visit> Handled => Behind(FigureName.Handled);

    /// <summary>The service level by the formula of the rules.</summary>
    public double? ServiceLevel => Value(FigureFormula.NameOf(_rules.ServiceLevel));

    /// <summary>Mean wait of the answered (ASA).</summary>
    public TimeSpan? AverageSpeedOfAnswer => Mean(Answered, visit => visit.Wait!.Value);

    /// <summary>Mean wait of all whose wait is over.</summary>
    public TimeSpan? MeanWait => Mean(_waited, visit => visit.Wait!.Value);

    /// <summary>The longest wait, of those who still wait too.</summary>
    public TimeSpan? LongestWait => Offered.Count > 0 ? Offered.Max(WaitSoFar) : null;

    /// <summary>Mean talk, hold and wrap-up of the visits whose talk is over (AHT).</summary>
    public TimeSpan? AverageHandleTime => Mean(_worked, visit => visit.Talk!.Value + visit.Hold + visit.WrapUp);

    /// <summary>The visits that a figure counts: of a share those above the line, of a time those it is of.</summary>
    /// <returns>Empty when there are none, and for figures that are not of visits.</returns>
    public IReadOnlyList<Visit> Behind(FigureName name) => name switch
    {
        FigureName.AbandonmentRate => Abandoned,
        FigureName.ServiceLevel => Behind(FigureFormula.NameOf(_rules.ServiceLevel)),
        FigureName.ServiceLevelOfOffered or FigureName.ServiceLevelOfAnswered or FigureName.ServiceLevelAbandonsLeftOut =>
            Behind(FigureName.AnsweredInTime),
        FigureName.ServiceLevelAbandonsForgiven =>
            [.. Behind(FigureName.AnsweredInTime).Concat(Behind(FigureName.AbandonedInTime)).OrderBy(visit => visit.EnteredAt)],
        FigureName.AverageSpeedOfAnswer => Answered,
        FigureName.MeanWait or FigureName.Wait90 => _waited,
        FigureName.LongestWait => Offered.MaxBy(WaitSoFar) is { } longest ? [longest] : None,
        FigureName.AverageHandleTime or FigureName.AverageTalk or FigureName.AverageHold or FigureName.AverageWrapUp => _worked,
        FigureName.TransferRate => [.. Handled.Where(visit => visit.Transferred)],
        FigureName.ConferenceRate => [.. Handled.Where(visit => visit.Conferenced)],
        FigureName.FirstContactResolution => [.. WithTopic.Where(IsResolved)],
        FigureName.RepeatCallers => [.. Numbered.Where(IsRepeated)],
        FigureName.Unreached => [.. Reachable.Where(visit => !WasReached(visit) && HourIsOver(visit))],
        FigureName.Reachability => OfCallersReached(),
        FigureName.CallbackKept => [.. Behind(FigureName.CallbackRequested).Where(IsKept)],
        FigureName.CostPerContact => Handled,
        _ => _visits.TryGetValue(name, out var visits) ? visits : None,
    };

    /// <summary>A figure's number in its unit (<see cref="FigureFormula"/>).</summary>
    /// <returns>Null when it is of nothing, or not a figure of visits alone.</returns>
    public double? Value(FigureName name) => name switch
    {
        <= FigureName.Handled or FigureName.Withheld or FigureName.Unreached => Behind(name).Count,
        FigureName.AbandonmentRate => Share(Abandoned.Count, Judged),
        FigureName.ServiceLevel => ServiceLevel,
        FigureName.ServiceLevelOfOffered => Share(Behind(FigureName.AnsweredInTime).Count, Judged - _undecided),
        FigureName.ServiceLevelOfAnswered => Share(Behind(FigureName.AnsweredInTime).Count, Answered.Count),
        FigureName.ServiceLevelAbandonsForgiven => Share(Behind(name).Count, Answered.Count + Abandoned.Count),
        FigureName.ServiceLevelAbandonsLeftOut =>
            Share(Behind(FigureName.AnsweredInTime).Count, Judged - _undecided - Behind(FigureName.AbandonedInTime).Count),
        FigureName.AverageSpeedOfAnswer => AverageSpeedOfAnswer?.TotalSeconds,
        FigureName.MeanWait => MeanWait?.TotalSeconds,
        FigureName.Wait90 => Percentile90?.TotalSeconds,
        FigureName.LongestWait => LongestWait?.TotalSeconds,
        FigureName.AverageHandleTime => AverageHandleTime?.TotalSeconds,
        FigureName.AverageTalk => Mean(_worked, visit => visit.Talk!.Value)?.TotalSeconds,
        FigureName.AverageHold => Mean(_worked, visit => visit.Hold)?.TotalSeconds,
        FigureName.AverageWrapUp => Mean(_worked, visit => visit.WrapUp)?.TotalSeconds,
        FigureName.TransferRate or FigureName.ConferenceRate => Share(Behind(name).Count, Handled.Count),
        FigureName.FirstContactResolution => Share(Behind(name).Count, WithTopic.Count()),
        FigureName.RepeatCallers => Share(CallersOf(Behind(name)), CallersOf(Numbered)),
        FigureName.Reachability => ShareOfCallersReached(),
        FigureName.CallbackKept => Share(Behind(name).Count, Behind(FigureName.CallbackRequested).Count(IsDue)),
        _ => null,
    };

    /// <summary>What each handled visit costs; null when none was.</summary>
    /// <param name="agentTime">The paid time of the agents.</param>
    /// <param name="perHour">What an agent's hour costs.</param>
    /// <param name="lines">What the lines cost in the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public decimal? CostPerContact(TimeSpan agentTime, decimal perHour, decimal lines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agentTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(perHour);
        ArgumentOutOfRangeException.ThrowIfNegative(lines);
        return Handled.Count > 0 ? (((decimal)agentTime.TotalHours * perHour) + lines) / Handled.Count : null;
    }

    private int Judged => Offered.Count - ShortAbandoned.Count;

    // The nearest rank: a wait that happened, not one between two.
    private TimeSpan? Percentile90 => _waited.Count > 0
        ? _waited.Select(visit => visit.Wait!.Value).Order().ElementAt((int)Math.Ceiling(_waited.Count * 0.9m) - 1)
        : null;

    private IEnumerable<Visit> WithTopic => Answered.Where(visit => visit is { Caller: not null, Disposition: not null });

    private IEnumerable<Visit> Numbered => Offered.Where(visit => visit.Caller is not null && CallerHistory.IsNewCall(visit));

    private IEnumerable<Visit> Reachable => Numbered.Where(visit => WayOf(visit) != FigureName.ShortAbandoned);

    private static double? Share(int part, int whole) => whole > 0 ? (double)part / whole : null;

    private static TimeSpan? Mean(IReadOnlyList<Visit> visits, Func<Visit, TimeSpan> timeOf) =>
        visits.Count > 0 ? TimeSpan.FromTicks(visits.Sum(visit => timeOf(visit).Ticks) / visits.Count) : null;

    private static int CallersOf(IEnumerable<Visit> visits) => visits.DistinctBy(visit => visit.Caller).Count();

    private static bool IsKept(Visit visit) =>
        visit.CalledBackAt is { } reached && (visit.PromisedBy is not { } promise || reached <= promise);

    private void Count(Visit visit)
    {
        if (visit.AnsweredAt is not null)
        {
            Add(FigureName.Handled, visit);
            if (visit.Talk is not null)
            {
                _worked.Add(visit);
            }
        }

        if (visit.IsReturn)
        {
            Add(FigureName.Returned, visit);
            return;
        }

        Add(FigureName.Offered, visit);
        var way = WayOf(visit);
        Add(way, visit);
        if (visit.Wait is { } wait && way != FigureName.TurnedAway)
        {
            _waited.Add(visit);
            if (wait <= _rules.AnswerWithin && way is FigureName.Answered or FigureName.Abandoned)
            {
                Add(way == FigureName.Answered ? FigureName.AnsweredInTime : FigureName.AbandonedInTime, visit);
            }
        }

        if (visit.Caller is null && CallerHistory.IsNewCall(visit))
        {
            Add(FigureName.Withheld, visit);
        }
    }

    // What has an answer was answered, however it ended; each visit goes exactly one way.
    private FigureName WayOf(Visit visit) => visit.AnsweredAt is not null
        ? FigureName.Answered
        : visit.Outcome switch
        {
            VisitOutcome.Waiting or VisitOutcome.Answered => FigureName.Waiting,
            VisitOutcome.Abandoned when _rules.ShortAbandon > TimeSpan.Zero && WaitSoFar(visit) <= _rules.ShortAbandon =>
                FigureName.ShortAbandoned,
            VisitOutcome.Abandoned => FigureName.Abandoned,
            VisitOutcome.CallbackRequested => FigureName.CallbackRequested,
            VisitOutcome.MessageLeft => FigureName.MessageLeft,
            VisitOutcome.ExitKey => FigureName.ExitKey,
            VisitOutcome.Overflowed => FigureName.Overflowed,
            VisitOutcome.TurnedAway => FigureName.TurnedAway,
            VisitOutcome.BoxStopped => FigureName.BoxStopped,
        };

    private void Add(FigureName name, Visit visit)
    {
        if (!_visits.TryGetValue(name, out var visits))
        {
            _visits[name] = visits = [];
        }

        visits.Add(visit);
    }

    private TimeSpan WaitSoFar(Visit visit) => visit.Wait ?? (_asOf > visit.EnteredAt ? _asOf - visit.EnteredAt : TimeSpan.Zero);

    // A promise whose time still runs is neither kept nor broken.
    private bool IsDue(Visit visit) => IsKept(visit) || visit.PromisedBy is not { } promise || promise < _asOf;

    private bool IsResolved(Visit visit) =>
        !_history.CalledAgain(visit, (visit.TalkEndedAt ?? visit.AnsweredAt!.Value).AddDays(_rules.FirstContactDays));

    private bool IsRepeated(Visit visit) => _history.CalledBefore(visit, FigureRules.RepeatWithin);

    private bool WasReached(Visit visit) => _history.WasReached(visit.Caller!, visit.EnteredAt, FigureRules.ReachWithin);

    private bool HourIsOver(Visit visit) => visit.EnteredAt + FigureRules.ReachWithin < _asOf;

    private List<Visit> OfCallersReached()
    {
        var notReached = Reachable.Where(visit => !WasReached(visit)).Select(visit => visit.Caller).ToHashSet();
        return [.. Reachable.Where(visit => !notReached.Contains(visit.Caller))];
    }

    private double? ShareOfCallersReached()
    {
        var reached = CallersOf(Behind(FigureName.Reachability));
        return Share(reached, reached + CallersOf(Behind(FigureName.Unreached)));
    }
}

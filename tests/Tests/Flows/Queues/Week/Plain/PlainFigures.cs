namespace Switchhook.Tests.Flows.Queues.Week.Plain;

/// <summary>
/// The figures of queues by the words of their formulas, counted from plain visits by code that shares nothing with the box.
/// </summary>
/// <param name="all">All visits of the week.</param>
/// <param name="within">The service level's time (T), ms.</param>
/// <param name="atOnce">The short abandon (S), ms; 0 for off.</param>
/// <param name="asOf">Until when is known what happened, ms.</param>
internal sealed class PlainFigures(IReadOnlyCollection<PlainVisit> all, long within, long atOnce, long asOf)
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    private readonly ILookup<string, PlainVisit> _ofCaller =
        all.Where(visit => visit.Caller is not null).OrderBy(visit => visit.Entered).ToLookup(visit => visit.Caller!);

    /// <summary>Every figure of some visits, by its name in the API.</summary>
    public Dictionary<string, double?> Of(IReadOnlyCollection<PlainVisit> visits)
    {
        var offered = visits.Where(visit => !visit.IsReturn).ToList();
        var figures = new Dictionary<string, double?>(StringComparer.Ordinal);
        AddCounts(figures, visits, offered);
        AddLevels(figures, offered);
        AddWaits(figures, offered);
        AddWork(figures, visits.Where(visit => visit.Answered is not null).ToList());
        AddCallers(figures, offered);
        return figures;
    }

    /// <summary>The figures of the work of some visits: those that are shown of an agent too.</summary>
    public Dictionary<string, double?> OfWork(IReadOnlyCollection<PlainVisit> handled)
    {
        var figures = new Dictionary<string, double?>(StringComparer.Ordinal) { ["handled"] = handled.Count };
        AddWork(figures, handled);
        AddResolved(figures, handled.Where(visit => !visit.IsReturn));
        return figures;
    }

    private static double? Share(double part, double whole) => whole > 0 ? part / whole : null;

    private static double? Mean(IReadOnlyCollection<long> times) => times.Count > 0 ? times.Average() / 1000 : null;

    private static bool Lost(PlainVisit visit) => visit is { Answered: null, Outcome: "Abandoned" };

    private bool LostAtOnce(PlainVisit visit) => Lost(visit) && atOnce > 0 && Wait(visit) <= atOnce;

    private bool LostLater(PlainVisit visit) => Lost(visit) && !LostAtOnce(visit);

    private long Wait(PlainVisit visit) => (visit.WaitEnded ?? asOf) - visit.Entered;

    private void AddCounts(Dictionary<string, double?> figures, IReadOnlyCollection<PlainVisit> visits, List<PlainVisit> offered)
    {
        double Ways(string outcome) => offered.Count(visit => visit.Answered is null && visit.Outcome == outcome);

        figures["offered"] = offered.Count;
        figures["answered"] = offered.Count(visit => visit.Answered is not null);
        figures["answeredInTime"] = offered.Count(visit => visit.Answered is not null && Wait(visit) <= within);
        figures["abandoned"] = offered.Count(LostLater);
        figures["abandonedInTime"] = offered.Count(visit => LostLater(visit) && Wait(visit) <= within);
        figures["shortAbandoned"] = offered.Count(LostAtOnce);
        figures["callbackRequested"] = Ways("CallbackRequested");
        figures["messageLeft"] = Ways("MessageLeft");
        figures["exitKey"] = Ways("ExitKey");
        figures["overflowed"] = Ways("Overflowed");
        figures["turnedAway"] = Ways("TurnedAway");
        figures["boxStopped"] = Ways("BoxStopped");
        figures["waiting"] = Ways("Waiting");
        figures["returned"] = visits.Count - offered.Count;
        figures["handled"] = visits.Count(visit => visit.Answered is not null);
        figures["withheld"] = offered.Count(visit => visit.Caller is null && !visit.IsCallback);
    }

    private void AddLevels(Dictionary<string, double?> figures, List<PlainVisit> offered)
    {
        var answered = figures["answered"]!.Value;
        var inTime = figures["answeredInTime"]!.Value;
        var (lost, lostInTime) = (figures["abandoned"]!.Value, figures["abandonedInTime"]!.Value);
        var judged = offered.Count - figures["shortAbandoned"]!.Value;
        var open = offered.Count(visit => visit is { Answered: null, Outcome: "Waiting" } && Wait(visit) <= within);
        figures["abandonmentRate"] = Share(lost, judged);
        figures["serviceLevel"] = figures["serviceLevelOfOffered"] = Share(inTime, judged - open);
        figures["serviceLevelOfAnswered"] = Share(inTime, answered);
        figures["serviceLevelAbandonsForgiven"] = Share(inTime + lostInTime, answered + lost);
        figures["serviceLevelAbandonsLeftOut"] = Share(inTime, judged - lostInTime - open);
    }

    private void AddWaits(Dictionary<string, double?> figures, List<PlainVisit> offered)
    {
        var over = offered.Where(visit => visit.WaitEnded is not null && visit.Outcome != "TurnedAway").Select(Wait).Order().ToList();
        figures["averageSpeedOfAnswer"] = Mean([.. offered.Where(visit => visit.Answered is not null).Select(Wait)]);
        figures["meanWait"] = Mean(over);
        figures["wait90"] = over.Count > 0 ? over[((over.Count * 9) + 9) / 10 - 1] / 1000.0 : null;
        figures["longestWait"] = offered.Count > 0 ? offered.Max(Wait) / 1000.0 : null;
    }

    private static void AddWork(Dictionary<string, double?> figures, IReadOnlyCollection<PlainVisit> handled)
    {
        var done = handled.Where(visit => visit.TalkEnded is not null).ToList();
        long Talk(PlainVisit visit) => Math.Max(0, visit.TalkEnded!.Value - visit.Answered!.Value - visit.Hold);
        long After(PlainVisit visit) => visit.Finished is { } end ? end - visit.TalkEnded!.Value : 0;

        figures["averageHandleTime"] = Mean([.. done.Select(visit => Talk(visit) + visit.Hold + After(visit))]);
        figures["averageTalk"] = Mean([.. done.Select(Talk)]);
        figures["averageHold"] = Mean([.. done.Select(visit => visit.Hold)]);
        figures["averageWrapUp"] = Mean([.. done.Select(After)]);
        figures["transferRate"] = Share(handled.Count(visit => visit.Transferred), handled.Count);
        figures["conferenceRate"] = Share(handled.Count(visit => visit.Conferenced), handled.Count);
    }

    private void AddCallers(Dictionary<string, double?> figures, List<PlainVisit> offered)
    {
        AddResolved(figures, offered.Where(visit => visit.Answered is not null));
        var known = offered.Where(visit => visit is { Caller: not null, IsCallback: false }).ToList();
        figures["repeatCallers"] = Share(
            known.Where(CalledBefore).Select(visit => visit.Caller).Distinct().Count(),
            known.Select(visit => visit.Caller).Distinct().Count());

        var wanted = known.Where(visit => !LostAtOnce(visit)).ToList();
        var missed = wanted.Where(visit => !WasReached(visit)).ToList();
        var surely = missed.Where(visit => visit.Entered + Hour < asOf).ToList();
        figures["unreached"] = surely.Count;
        var reached = wanted.Select(visit => visit.Caller).Except(missed.Select(visit => visit.Caller)).Count();
        figures["reachability"] = Share(reached, reached + surely.Select(visit => visit.Caller).Distinct().Count());

        var asked = offered.Where(visit => visit is { Answered: null, Outcome: "CallbackRequested" }).ToList();
        var kept = asked.Count(IsKept);
        figures["callbackKept"] = Share(kept, kept + asked.Count(visit => !IsKept(visit) && visit.PromisedBy < asOf));
    }

    private static bool IsKept(PlainVisit visit) => visit.CalledBack <= visit.PromisedBy;

    // Answered with number and disposition, and no other call of the number with that disposition in the seven days after it.
    private void AddResolved(Dictionary<string, double?> figures, IEnumerable<PlainVisit> answered)
    {
        var noted = answered.Where(visit => visit is { Caller: not null, Disposition: not null }).ToList();
        figures["firstContactResolution"] = Share(
            noted.Count(visit => !CallsOf(visit.Caller!).Any(other =>
                other.Call != visit.Call
                && other.Disposition == visit.Disposition
                && other.Entered > visit.Entered
                && other.Entered <= (visit.TalkEnded ?? visit.Answered!.Value) + (7 * Day))),
            noted.Count);
    }

    private bool CalledBefore(PlainVisit visit) => CallsOf(visit.Caller!).Any(other =>
        other.Call != visit.Call && other.Entered < visit.Entered && visit.Entered - other.Entered <= Day);

    // Someone talked with the customer: in a call of theirs, or in one to them.
    private bool WasReached(PlainVisit visit) => _ofCaller[visit.Caller!].Any(other =>
        IsSoonAfter(visit, other.CalledBack) || (!other.IsCallback && IsSoonAfter(visit, other.Answered)));

    private static bool IsSoonAfter(PlainVisit visit, long? contact) => contact >= visit.Entered && contact - visit.Entered <= Hour;

    private IEnumerable<PlainVisit> CallsOf(string caller) =>
        _ofCaller[caller].Where(visit => visit is { IsCallback: false, IsReturn: false });
}

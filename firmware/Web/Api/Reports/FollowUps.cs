using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Hardware.Countries;
using Switchhook.Web.Api.Queues.Models;

namespace Switchhook.Web.Api.Reports;

/// <summary>Tells of callers who were not answered whether someone has talked with them since: a list of them closes itself.</summary>
internal sealed class FollowUps
{
    private readonly QueueReport _report;
    private readonly Country _country;
    private readonly HashSet<string> _owed;

    /// <param name="report">Knows what callers did later.</param>
    /// <param name="backend">Knows what is owed now.</param>
    public FollowUps(QueueReport report, WebBackend backend)
    {
        _report = report;
        _country = CountryTable.Get(backend.Site.Model.Country);
        _owed =
        [
            .. backend.Queues.Current.Visits.Values
                .Where(visit => visit.Kind != WorkKind.Call)
                .Select(visit => visit.Caller)
                .OfType<string>()
                .Select(Number),
        ];
    }

    /// <summary>What became of the caller; null for a visit that was answered or still waits.</summary>
    public FollowUpModel? Of(Visit visit) => visit switch
    {
        { AnsweredAt: not null } or { LeftAt: null } => null,
        { Caller: null } => new FollowUpModel(FollowUpState.Unknown, null),
        _ when visit.CalledBackAt is { } at => new FollowUpModel(FollowUpState.Reached, at),
        _ when _report.ReachedAt(visit) is { } at => new FollowUpModel(FollowUpState.Reached, at),
        _ => new FollowUpModel(_owed.Contains(Number(visit.Caller)) ? FollowUpState.Owed : FollowUpState.Open, null),
    };

    // What is owed has the number as it is dialled on a line.
    private string Number(string caller) => NationalNumber.Of(caller, _country);
}

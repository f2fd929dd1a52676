using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Signals;

namespace Switchhook.Tests.Acd.Signals;

/// <summary>A queue by hand; times are seconds of a morning.</summary>
internal sealed class SomeQueue
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public List<Visit> Visits { get; } = [];

    public List<AgentState> Agents { get; } = [AgentState.Available];

    public bool IsNight { get; set; }

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    public void Enter(double at, WorkKind kind = WorkKind.Call, string queue = "sales") =>
        Visits.Add(new Visit { Id = $"v{Visits.Count}", Queue = queue, Kind = kind, EnteredAt = At(at) });

    public void Answer(int visit, double at) =>
        Visits[visit] = Visits[visit] with { Agent = "ana", AnsweredAt = At(at), Outcome = VisitOutcome.Answered };

    /// <summary>A caller who came and was answered.</summary>
    public void Served(double at, double wait)
    {
        Enter(at);
        Answer(Visits.Count - 1, at + wait);
    }

    public QueueMoment Moment(double at) => new("sales", At(at), Visits, Agents) { IsNight = IsNight };
}

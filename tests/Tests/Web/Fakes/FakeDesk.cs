using Switchhook.Acd.Facts;
using Switchhook.Acd.Signals;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Writes down what it is told; agent bo can do nothing.</summary>
internal sealed class FakeDesk : IQueueDesk
{
    private int _signalReads;

    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What the lamps tell.</summary>
    public Dictionary<string, QueueSignal> Signals { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the lamps were looked at.</summary>
    public int SignalReads => Volatile.Read(ref _signalReads);

    IReadOnlyDictionary<string, QueueSignal> IQueueDesk.Signals
    {
        get
        {
            Interlocked.Increment(ref _signalReads);
            return Signals;
        }
    }

    /// <summary>The visits that wait, in order.</summary>
    public List<WaitingTurn> Turns { get; } = [];

    public Task<IReadOnlyList<WaitingTurn>> TurnsAsync(string queue) => Task.FromResult<IReadOnlyList<WaitingTurn>>([.. Turns]);

    public Task<string?> LogInAsync(string agent, string phone) => Note(agent, $"{agent} at {phone}");

    public Task<string?> LogOutAsync(string agent, string by) => Note(agent, $"{agent} out by {by}");

    public Task<string?> PauseAsync(string agent, string reason) => Note(agent, $"{agent} paused: {reason}");

    public Task<string?> ReadyAsync(string agent) => Note(agent, $"{agent} ready");

    public Task<string?> MoreTimeAsync(string agent) => Note(agent, $"{agent} more time");

    public Task<string?> AssignAsync(string agent, IReadOnlyList<string>? queues, string by) =>
        Note(agent, $"{agent} answers {(queues is null ? "as before" : string.Join(" ", queues))} by {by}");

    public Task<string?> MoveAsync(string visit, string queue, string by) => Note(visit, $"{visit} to {queue} by {by}");

    public Task<string?> CallBackAsync(Visit visit, string by) => Note(visit.Id, $"{visit.Id} called back for {by}");

    private Task<string?> Note(string who, string what)
    {
        if (who == "bo")
        {
            return Task.FromResult<string?>("bo is not logged in.");
        }

        Told.Add(what);
        return Task.FromResult<string?>(null);
    }
}

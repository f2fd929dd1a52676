using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Dialling.Emergency;

/// <summary>
/// Which phone has called for help on which line a short time ago: whoever calls back on it reaches the phone. Control loop only.
/// </summary>
internal sealed class EmergencyMemory(TimeProvider time)
{
    /// <summary>So long after an emergency call it is known.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(60);

    private const int Most = 50;

    private readonly List<(string Line, string? Number, string Phone, DateTimeOffset Until)> _recent = [];

    /// <summary>A phone has called for help.</summary>
    /// <param name="line">The line or trunk.</param>
    /// <param name="number">Its number; null when the site does not tell.</param>
    /// <param name="phone">The phone.</param>
    /// <param name="at">When; the last time counts.</param>
    public void Add(string line, string? number, string phone, DateTimeOffset at)
    {
        _recent.RemoveAll(recent => recent.Line == line && recent.Phone == phone);
        if (_recent.Count == Most)
        {
            _recent.RemoveAt(0);
        }

        _recent.Add((line, number, phone, at + Keep));
    }

    /// <summary>The phone that a call on a line is for; null for none.</summary>
    /// <param name="line">The line or trunk.</param>
    /// <param name="dialled">The number that was called; null where the line does not tell.</param>
    public string? PhoneOf(string line, string? dialled)
    {
        var now = time.GetUtcNow();
        _recent.RemoveAll(recent => recent.Until <= now);
        return _recent.LastOrDefault(recent => recent.Line == line
            && (dialled is null || recent.Number is null || Site.PhoneNumber.AreSame(recent.Number, dialled))).Phone;
    }

    /// <summary>Takes up what was known before a restart; what is too old is passed over.</summary>
    /// <param name="events">
    /// The emergency calls of the last hour with the beginnings of their legs, in order. A call that a power cut ended has no end there:
    /// the last leg outside tells its line.
    /// </param>
    public void Restore(IEnumerable<JournalEvent> events)
    {
        var open = new Dictionary<CallId, (string Phone, string? Line, DateTimeOffset At)>();
        foreach (var (_, at, entry) in events.Where(one => one.At > time.GetUtcNow() - Keep))
        {
            switch (entry)
            {
                case EmergencyCalled e:
                    open[e.Call] = (e.Phone, null, at);
                    break;
                case LegStarted { Party.IsOutside: true } e when open.TryGetValue(e.Call, out var call):
                    open[e.Call] = call with { Line = e.Party.Name, At = at };
                    break;
                case EmergencyEnded e:
                    open.Remove(e.Call);
                    if (e.Line is { } line)
                    {
                        Add(line, e.CallBack, e.Phone, at);
                    }

                    break;
            }
        }

        foreach (var (phone, line, at) in open.Values.Where(call => call.Line is not null))
        {
            Add(line!, null, phone, at);
        }
    }
}

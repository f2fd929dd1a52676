using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Tests.Storage.Queues;

/// <summary>Entries of callers in queues and of agents, as a seed makes them.</summary>
internal sealed class RandomQueues(int seed)
{
    private static readonly string[] Agents = ["ana", "bo", "chen"];
    private static readonly string[] States = ["Available", "Ringing", "Talking", "WrapUp", "Paused", "LoggedOut"];

    private readonly Random _random = new(seed);
    private readonly List<(CallId Call, int Visits)> _calls = [];
    private int _count;

    public JournalEntry Next(DateTimeOffset now)
    {
        if (_random.Next(4) == 0)
        {
            return Agent(now);
        }

        if (_calls.Count == 0 || (_calls.Count < 6 && _random.Next(5) == 0))
        {
            _calls.Add((new CallId($"20261123-080000-{_count++:000000}"), 0));
        }

        var at = _random.Next(_calls.Count);
        var (call, visits) = _calls[at];
        if (visits == 0 || _random.Next(15) == 0)
        {
            _calls[at] = (call, visits + 1);
            return Enter(call, visits + 1, "desk");
        }

        var visit = $"{call}-{1 + _random.Next(visits)}";
        var agent = Any(Agents);
        return _random.Next(11) switch
        {
            0 => Enter(call, visits, "sales"),
            1 or 2 => new QueueOffered(call, visit, "desk", agent, "101", "The first in the list."),
            3 => new QueueOfferEnded(call, visit, agent, Any(["NoAnswer", "Declined", "Withdrawn", "Unreachable"]), "Over."),
            4 => new QueueJoined(call, visit, agent, $"{call}-leg"),
            5 => new QueueTalkEnded(call, visit, agent, _random.Next(2) == 0),
            6 => new QueueWrapUpEnded(call, visit, agent),
            7 => new QueueLeft(call, visit, Any(["Abandoned", "ExitKey", "Overflowed"]), "Gone."),
            8 => new QueueDisposed(call, visit, agent, "appointment made"),
            9 => new LegHeld(call, $"{call}-leg", Party.Phone("101"), _random.Next(2) == 0),
            _ => End(at, now),
        };
    }

    private QueueEntered Enter(CallId call, int visit, string queue) =>
        new(call, $"{call}-{visit}", queue, "Call", _random.Next(3) == 0 ? null : "+13125550142", "main-1", null, visit > 1, "Place 1.");

    private AgentChanged Agent(DateTimeOffset now)
    {
        var state = Any(States);
        return new AgentChanged(
            Any(Agents),
            state,
            null,
            null,
            null,
            state == "LoggedOut" ? null : "101",
            state == "Paused" ? Any(["lunch", "pause"]) : null,
            "Now.",
            _random.Next(6) == 0 ? now.AddSeconds(-_random.Next(20)) : null);
    }

    private CallEnded End(int at, DateTimeOffset now)
    {
        var call = _calls[at].Call;
        _calls.RemoveAt(at);
        return new CallEnded(call, Cause.HungUp("The caller"), _random.Next(2) == 0 ? now.AddSeconds(-1) : null);
    }

    private string Any(string[] words) => words[_random.Next(words.Length)];
}

using Switchhook.Acd.Facts;

namespace Switchhook.Acd.Figures;

/// <summary>What else a caller's number did, before and after a visit. Numbers that are withheld are not in it.</summary>
internal sealed class CallerHistory
{
    private readonly Dictionary<string, List<Visit>> _calls = [];
    private readonly Dictionary<(string Caller, string Topic), List<Visit>> _callsByTopic = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _contacts = [];

    /// <summary>Remembers visits.</summary>
    /// <param name="visits">In order of entry.</param>
    public CallerHistory(IReadOnlyList<Visit> visits)
    {
        var seen = new HashSet<(string Call, string? Topic)>();
        foreach (var visit in visits)
        {
            if (visit.Caller is not { } caller)
            {
                continue;
            }

            // An agent who hears a message, or waits for a customer to answer, talks with nobody yet.
            var answered = visit.Kind == WorkKind.Call ? visit.AnsweredAt : null;
            foreach (var contact in new[] { answered, visit.CalledBackAt }.OfType<DateTimeOffset>())
            {
                ListOf(_contacts, caller).Add(contact);
            }

            // A call that visits several queues, or comes back, is one call.
            if (!IsNewCall(visit))
            {
                continue;
            }

            if (seen.Add((CallOf(visit), null)))
            {
                ListOf(_calls, caller).Add(visit);
            }

            if (visit.Disposition is { } topic && seen.Add((CallOf(visit), topic)))
            {
                ListOf(_callsByTopic, (caller, topic)).Add(visit);
            }
        }

        foreach (var contacts in _contacts.Values)
        {
            contacts.Sort();
        }
    }

    /// <summary>Someone dialled, and it is not a ticket that came back.</summary>
    public static bool IsNewCall(Visit visit) => visit is { Kind: WorkKind.Call, IsReturn: false };

    /// <summary>The number called before, at most so long ago, in another call.</summary>
    public bool CalledBefore(Visit visit, TimeSpan within)
    {
        var calls = _calls.GetValueOrDefault(visit.Caller!, []);
        var before = CountUntil(calls, call => call.EnteredAt < visit.EnteredAt) - 1;
        if (before >= 0 && CallOf(calls[before]) == CallOf(visit))
        {
            before--;
        }

        return before >= 0 && visit.EnteredAt - calls[before].EnteredAt <= within;
    }

    /// <summary>The number called again about the same, until a moment, in another call.</summary>
    public bool CalledAgain(Visit visit, DateTimeOffset until)
    {
        var calls = _callsByTopic.GetValueOrDefault((visit.Caller!, visit.Disposition!), []);
        var next = CountUntil(calls, call => call.EnteredAt <= visit.EnteredAt);
        return next < calls.Count && calls[next].EnteredAt <= until;
    }

    /// <summary>Someone talked with the number from a moment on, within a time.</summary>
    public bool WasReached(string caller, DateTimeOffset from, TimeSpan within) => ReachedAt(caller, from) - from <= within;

    /// <summary>When someone talked with the number first from a moment on; null when nobody has.</summary>
    public DateTimeOffset? ReachedAt(string caller, DateTimeOffset from)
    {
        var contacts = _contacts.GetValueOrDefault(caller, []);
        var next = CountUntil(contacts, contact => contact < from);
        return next < contacts.Count ? contacts[next] : null;
    }

    private static string CallOf(Visit visit) => visit.Call ?? visit.Id;

    private static List<TItem> ListOf<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    // How many items at the head of a sorted list are as asked.
    private static int CountUntil<T>(List<T> sorted, Predicate<T> holds)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(sorted[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

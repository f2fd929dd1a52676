using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Simulation;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>
/// When somebody was at each phone of a group, as far as the journal tells: from the first to the last thing done there on a day, without
/// the half hours in which it rang out and nothing was done, and without the times in which it could not be rung.
/// </summary>
/// <param name="phones">Their numbers.</param>
/// <param name="calendar">The site's clocks.</param>
internal sealed class PhonePresence(IEnumerable<string> phones, SiteCalendar calendar)
{
    private readonly Dictionary<string, Marks> _phones = phones.ToDictionary(phone => phone, _ => new Marks(), StringComparer.Ordinal);

    public bool Knows(string phone) => _phones.ContainsKey(phone);

    public void WasThere(string phone, DateTimeOffset at) => _phones[phone].There.Add(at);

    public void DidNotAnswer(string phone, DateTimeOffset at) => _phones[phone].Missed.Add(at);

    public void HadOwnCall(string phone, DateTimeOffset from, DateTimeOffset to)
    {
        WasThere(phone, from);
        WasThere(phone, to);
        _phones[phone].Own.Add(new Interval(from, to));
    }

    /// <summary>The phone can be rung from now on, or cannot.</summary>
    public void SetReachable(string phone, bool isReachable, DateTimeOffset at)
    {
        var marks = _phones[phone];
        if (!isReachable)
        {
            marks.LostAt ??= at;
        }
        else if (marks.LostAt is { } since)
        {
            marks.Lost.Add(new Interval(since, at));
            marks.LostAt = null;
        }
    }

    /// <summary>When someone was there.</summary>
    /// <param name="phone">The phone.</param>
    /// <param name="agent">Who works there in the queue.</param>
    public IEnumerable<Shift> ShiftsOf(string phone, string agent)
    {
        var marks = _phones[phone];
        foreach (var day in marks.There.GroupBy(calendar.DayOf).OrderBy(day => day.Key))
        {
            var whole = new Interval(day.Min(), day.Max() + TimeSpan.FromTicks(1));
            var busy = day.Select(at => calendar.At(at, IntervalLength.HalfHour)).ToHashSet();
            var missed = marks.Missed.Where(at => calendar.DayOf(at) == day.Key)
                .Select(at => calendar.At(at, IntervalLength.HalfHour)).ToHashSet();
            var open = calendar.Cover(whole, IntervalLength.HalfHour).Where(half => busy.Contains(half) || !missed.Contains(half));
            foreach (var part in marks.Lost.Aggregate(Joined(open), (parts, lost) => [.. parts.SelectMany(part => Without(part, lost))]))
            {
                yield return new Shift(agent, part.From, part.To);
            }
        }
    }

    /// <summary>Calls that no group had given: of one's own, or passed on by others.</summary>
    public IEnumerable<Shift> OwnCallsOf(string phone, string agent) =>
        Joined(_phones[phone].Own.OrderBy(call => call.From)).Select(call => new Shift(agent, call.From, call.To));

    private static List<Interval> Joined(IEnumerable<Interval> parts)
    {
        var joined = new List<Interval>();
        foreach (var part in parts)
        {
            if (joined is [.., var last] && part.From <= last.To)
            {
                joined[^1] = new Interval(last.From, part.To > last.To ? part.To : last.To);
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private static IEnumerable<Interval> Without(Interval part, Interval lost)
    {
        if (lost.To <= part.From || lost.From >= part.To)
        {
            yield return part;
            yield break;
        }

        if (lost.From > part.From)
        {
            yield return part with { To = lost.From };
        }

        if (lost.To < part.To)
        {
            yield return part with { From = lost.To };
        }
    }

    private sealed class Marks
    {
        public List<DateTimeOffset> There { get; } = [];

        public List<DateTimeOffset> Missed { get; } = [];

        public List<Interval> Own { get; } = [];

        public List<Interval> Lost { get; } = [];

        public DateTimeOffset? LostAt { get; set; }
    }
}

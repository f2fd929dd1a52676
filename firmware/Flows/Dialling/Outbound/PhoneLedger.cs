using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>The calls of one phone to the outside in the last 24 hours. Control loop only.</summary>
internal sealed class PhoneLedger
{
    // More than the guard lets through; attempts of a stopped phone are not kept.
    private const int Most = FraudGuard.CallsInADay + 10;

    private readonly List<OutsideAttempt> _calls = [];
    private readonly Queue<DateTimeOffset> _refusals = new();

    /// <summary>Until when the phone is stopped; null when it is not.</summary>
    public DateTimeOffset? StoppedUntil { get; set; }

    /// <summary>Why it is stopped.</summary>
    public string StoppedWhy { get; set; } = "";

    /// <summary>Wrong PINs since the last right one.</summary>
    public int WrongPins { get; set; }

    /// <summary>The calls, oldest first.</summary>
    public IReadOnlyList<OutsideAttempt> Calls => _calls;

    /// <summary>Adds a call, and forgets the old ones.</summary>
    public void Add(OutsideAttempt call)
    {
        _calls.RemoveAll(old => old.EndedAt is not null && old.Began < call.Began - FraudGuard.Memory);
        if (_calls.Count >= Most)
        {
            _calls.RemoveAt(0);
        }

        _calls.Add(call);
    }

    /// <summary>Puts calls from before a restart in front.</summary>
    /// <param name="calls">Oldest first.</param>
    public void Restore(IReadOnlyList<OutsideAttempt> calls) => _calls.InsertRange(0, calls.TakeLast(Most - Math.Min(Most, _calls.Count)));

    /// <summary>A call to a dear number was refused.</summary>
    /// <param name="now">This moment.</param>
    /// <returns>How many of them were in the last hour.</returns>
    public int CountRefusal(DateTimeOffset now)
    {
        _refusals.Enqueue(now);
        while (_refusals.Peek() <= now - TimeSpan.FromHours(1) || _refusals.Count > Most)
        {
            _refusals.Dequeue();
        }

        return _refusals.Count;
    }

    /// <summary>Begins anew: somebody who may has looked at it.</summary>
    public void Forget()
    {
        _calls.RemoveAll(call => call.EndedAt is not null);
        _refusals.Clear();
        (StoppedUntil, StoppedWhy, WrongPins) = (null, "", 0);
    }

    /// <summary>Why the limit of a rule keeps a call in, as a sentence; null when it does not.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="rule">The rule, by its words.</param>
    /// <param name="day">When the day of the site began.</param>
    /// <param name="now">This moment.</param>
    public string? Exceeds(OutboundLimit limit, string rule, DateTimeOffset day, DateTimeOffset now)
    {
        var today = _calls.Where(call => call.Rule == rule && call.Began >= day).ToList();
        if (today.Count >= limit.Calls)
        {
            return $"The phone has made its {limit.Calls} calls of the day by this rule.";
        }

        if (LeftOf(limit, rule, day, now) <= TimeSpan.Zero)
        {
            return $"The phone has used up its {limit.Minutes} minutes of the day by this rule.";
        }

        return _calls.Count(call => call.Rule == rule && call.EndedAt is null) >= limit.Parallel
            ? $"The phone has {limit.Parallel} calls by this rule already."
            : null;
    }

    /// <summary>How long the phone may talk by a rule yet; null for as long as it wants.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="rule">The rule, by its words.</param>
    /// <param name="day">When the day of the site began.</param>
    /// <param name="now">This moment.</param>
    public TimeSpan? LeftOf(OutboundLimit? limit, string rule, DateTimeOffset day, DateTimeOffset now) => limit?.Minutes is { } minutes
        ? _calls.Where(call => call.Rule == rule && call.Began >= day)
            .Aggregate(TimeSpan.FromMinutes(minutes), (left, call) => left - call.Talked(now))
        : null;
}

namespace Switchhook.Calls.Journal;

/// <summary>
/// A call of a phone to the outside as the limits and the guard against fraud count it: told when it is allowed, and again when it is over.
/// After a restart they go on counting from it.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="Phone">Whose rules hold.</param>
/// <param name="Number">What it reaches: E.164 where that is known.</param>
/// <param name="Class">What kind of number that is, as <c>National</c>.</param>
/// <param name="Rule">The rule that lets it out, by its words.</param>
/// <param name="IsClosed">True when the house is closed.</param>
/// <param name="Began">When it was dialled, UTC.</param>
/// <param name="AnsweredAt">When it was answered, UTC; null when it was not, or is not yet.</param>
/// <param name="EndedAt">When it ended, UTC; null while it goes on.</param>
public sealed record OutsideCounted(
    CallId Call,
    string Phone,
    string Number,
    string Class,
    string Rule,
    bool IsClosed,
    DateTimeOffset Began,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt) : JournalEntry
{
    private protected override string Say() => EndedAt is { } end
        ? $"The call of phone {Phone} to {Number} counts {(AnsweredAt is { } from ? end - from : TimeSpan.Zero).TotalSeconds:0} s."
        : $"Phone {Phone} may call {Number} ({Class}) by the rule: {Rule}.";
}

/// <summary>Somebody tried what swindlers try, and did not get through; or it is some time ago.</summary>
/// <param name="Phone">The phone; null when it was somebody outside.</param>
/// <param name="Line">The line or trunk of somebody outside; null for a phone.</param>
/// <param name="On">True when it begins; false when nobody has tried again for some time.</param>
/// <param name="Why">One sentence.</param>
public sealed record OutsideTried(string? Phone, string? Line, bool On, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}

/// <summary>The guard against fraud stops the calls of a phone to the outside, or lets them go on.</summary>
/// <param name="Phone">Number of the phone.</param>
/// <param name="Until">Until when, UTC; null when it may call again.</param>
/// <param name="Why">One sentence.</param>
public sealed record OutsideStopped(string Phone, DateTimeOffset? Until, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}

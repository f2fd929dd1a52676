using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>Makes the calls that phones have made of the journal's entries, and the entries of the calls. Pure.</summary>
internal static class OutsideHistory
{
    /// <summary>The entry of a call as it stands.</summary>
    public static OutsideCounted EntryOf(CallId call, string phone, OutsideAttempt attempt) => new(
        call,
        phone,
        attempt.Number,
        attempt.Class.ToString(),
        attempt.Rule,
        attempt.IsClosed,
        attempt.Began,
        attempt.AnsweredAt,
        attempt.EndedAt);

    /// <summary>The calls that count for each phone, oldest first.</summary>
    /// <param name="events">The entries of the last 24 hours that count calls, stop phones and let them go on, in order.</param>
    /// <param name="lastSign">
    /// When the box last wrote something. A call that a power cut ended has talked from its beginning until then: too much rather than too
    /// little.
    /// </param>
    public static IReadOnlyDictionary<string, IReadOnlyList<OutsideAttempt>> Read(
        IEnumerable<JournalEvent> events, DateTimeOffset? lastSign)
    {
        var phones = new Dictionary<string, Dictionary<(string, DateTimeOffset), OutsideCounted>>(StringComparer.Ordinal);
        foreach (var entry in events.Select(one => one.Entry))
        {
            switch (entry)
            {
                case OutsideCounted e:
                    if (!phones.TryGetValue(e.Phone, out var calls))
                    {
                        calls = phones[e.Phone] = [];
                    }

                    calls[(e.Call.Value, e.Began)] = e;
                    break;
                case OutsideStopped { Until: null } e when phones.TryGetValue(e.Phone, out var looked):
                    foreach (var over in looked.Where(call => call.Value.EndedAt is not null).Select(call => call.Key).ToList())
                    {
                        looked.Remove(over);
                    }

                    break;
            }
        }

        return phones.ToDictionary(
            phone => phone.Key,
            IReadOnlyList<OutsideAttempt> (phone) =>
                [.. phone.Value.Values.OrderBy(call => call.Began).Select(call => AttemptOf(call, lastSign))],
            StringComparer.Ordinal);
    }

    // A class of a newer version counts as one that nobody knows.
    private static OutsideAttempt AttemptOf(OutsideCounted call, DateTimeOffset? lastSign)
    {
        var kind = Enum.TryParse<NumberClass>(call.Class, out var known) ? known : NumberClass.Unknown;
        var attempt = new OutsideAttempt(call.Number, kind, call.Rule, call.Began, call.IsClosed);
        if (call.EndedAt is { } end)
        {
            (attempt.AnsweredAt, attempt.EndedAt) = (call.AnsweredAt, end);
        }
        else
        {
            (attempt.AnsweredAt, attempt.EndedAt) = (call.Began, lastSign > call.Began ? lastSign : call.Began);
        }

        return attempt;
    }
}

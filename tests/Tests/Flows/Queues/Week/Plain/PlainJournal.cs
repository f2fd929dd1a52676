using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Switchhook.Tests.Flows.Queues.Week.Plain;

/// <summary>
/// The journal, read line by line from the file, and what it tells, put together by code that shares nothing with the box.
/// </summary>
internal sealed class PlainJournal
{
    private readonly Dictionary<string, long> _ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlainSpan> _now = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Call, string Leg), (string Line, long From)> _busy = [];

    public Dictionary<string, PlainVisit> Visits { get; } = new(StringComparer.Ordinal);

    public List<PlainSpan> Spans { get; } = [];

    public List<PlainOffer> Offers { get; } = [];

    /// <summary>When lines were busy.</summary>
    public List<(string Line, long From, long? To)> Lines { get; } = [];

    /// <summary>What is owed at the end, by the visit in which it was asked for.</summary>
    public Dictionary<string, PlainCallback> Owed { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers of entries by their kind.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries that contradict an earlier one.</summary>
    public List<string> Contradictions { get; } = [];

    public static PlainJournal Read(string folder)
    {
        var journal = new PlainJournal();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "switchhook.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select seq, at, entry from journal order by seq";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            using var entry = JsonDocument.Parse(rows.GetString(2));
            journal.Take(rows.GetInt64(0), rows.GetInt64(1), entry.RootElement);
        }

        journal.Lines.AddRange(journal._busy.Values.Select(busy => (busy.Line, busy.From, (long?)null)));
        return journal;
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long? Time(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetDateTimeOffset().ToUnixTimeMilliseconds() : null;

    private static bool Is(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) && value.GetBoolean();

    private void Take(long seq, long at, JsonElement entry)
    {
        var kind = Text(entry, "kind")!;
        Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
        var call = Text(entry, "call");
        if (call is not null && kind is not "agent.changed" && _ended.ContainsKey(call) && !MayFollowItsCall(kind, entry))
        {
            Contradictions.Add($"{seq}: {kind} after the end of call {call}.");
        }

        switch (kind)
        {
            case "agent.changed":
                TakeAgent(at, entry);
                break;
            case "leg.started" or "leg.ended" or "leg.held" or "call.ended":
                TakeCall(kind, at, call!, entry);
                break;
            case "call.conference":
                foreach (var talk in Visits.Values.Where(visit => visit.Call == call && visit is { Answered: not null, TalkEnded: null }))
                {
                    talk.Conferenced = true;
                }

                break;
            case "queue.offered" or "queue.offer-ended":
                TakeOffer(seq, kind, at, call!, entry);
                break;
            case "queue.entered":
                TakeEntered(at, call!, entry);
                break;
            case "callback.owed":
                var owed = new PlainCallback(
                    Text(entry, "visit")!, Text(entry, "ticket")!, Text(entry, "number")!, Time(entry, "promisedBy")!.Value);
                Owed[owed.Visit] = owed;
                break;
            case "callback.ended":
                Owed.Remove(Text(entry, "visit")!);
                Visits[Text(entry, "visit")!].CalledBack = Is(entry, "isReached") ? Time(entry, "reachedAt") ?? at : null;
                break;
            case not null when kind.StartsWith("queue.", StringComparison.Ordinal):
                TakeVisit(seq, kind, at, call!, entry, Visits[Text(entry, "visit")!]);
                break;
        }
    }

    // What an agent does after a call, and the call back that is owed for it.
    private bool MayFollowItsCall(string kind, JsonElement entry) => kind
        is "queue.wrap-up-ended" or "queue.disposed" or "queue.talk-ended" or "callback.owed" or "callback.ended"
        || (kind == "queue.entered" && Text(entry, "work") == "Callback")
        || (Text(entry, "visit") is { } visit && Visits.TryGetValue(visit, out var known) && known.IsCallback);

    private void TakeAgent(long at, JsonElement entry)
    {
        var (agent, state) = (Text(entry, "agent")!, Text(entry, "state")!);
        var before = _now.GetValueOrDefault(agent);
        var since = before?.State == state ? before.Since : Time(entry, "since") ?? at;
        if (before is not null)
        {
            before.To = Time(entry, "endedAt") ?? at;
        }

        var span = new PlainSpan(agent, state, Text(entry, "reason"), at, since);
        _now[agent] = span;
        Spans.Add(span);
    }

    private void TakeCall(string kind, long at, string call, JsonElement entry)
    {
        var over = Time(entry, "endedAt") ?? at;
        switch (kind)
        {
            case "leg.started" when IsOfLine(entry, out var line):
                _busy[(call, Text(entry, "leg")!)] = (line, at);
                break;
            case "leg.ended" when _busy.Remove((call, Text(entry, "leg")!), out var busy):
                Lines.Add((busy.Line, busy.From, over));
                break;
            case "leg.held":
                foreach (var visit in Visits.Values.Where(visit => visit.Call == call && visit.Leg == Text(entry, "leg")))
                {
                    TakeHeld(visit, at, Is(entry, "held"));
                }

                break;
            case "call.ended":
                _ended.Add(call, over);
                EndWithCall(call, over);
                break;
        }
    }

    private static bool IsOfLine(JsonElement entry, out string line)
    {
        var party = entry.GetProperty("party");
        line = Text(party, "name")!;
        return !string.Equals(Text(party, "kind"), "phone", StringComparison.OrdinalIgnoreCase);
    }

    private static void TakeHeld(PlainVisit visit, long at, bool held)
    {
        if (held)
        {
            visit.HeldSince ??= at;
        }
        else
        {
            visit.EndHold(at);
        }
    }

    // Only a kill leaves something for the end of the call to end.
    private void EndWithCall(string call, long at)
    {
        foreach (var offer in Offers.Where(offer => offer.Call == call && offer.To is null))
        {
            (offer.To, offer.Result) = (at, "Withdrawn");
        }

        foreach (var visit in Visits.Values.Where(visit => visit.Call == call))
        {
            if (visit.Answered is not null && visit.TalkEnded is null)
            {
                visit.EndHold(at);
                visit.TalkEnded = at;
            }
            else if (visit is { Answered: null, Left: null, IsCallback: false })
            {
                (visit.Left, visit.Outcome) = (at, "BoxStopped");
                visit.Ends++;
            }
        }
    }

    private void TakeOffer(long seq, string kind, long at, string call, JsonElement entry)
    {
        var (agent, visit) = (Text(entry, "agent")!, Text(entry, "visit")!);
        var open = Offers.Where(offer => offer.Agent == agent && offer.To is null).ToList();
        if (kind == "queue.offered")
        {
            if (open.Count > 0)
            {
                Contradictions.Add($"{seq}: {agent} is rung for {visit}, and still for {open[0].Visit}.");
            }

            Offers.Add(new PlainOffer(agent, visit, call, at));
            return;
        }

        foreach (var offer in open.Where(offer => offer.Visit == visit))
        {
            (offer.To, offer.Result) = (at, Text(entry, "result")!);
        }
    }

    private void TakeEntered(long at, string call, JsonElement entry)
    {
        var (id, queue) = (Text(entry, "visit")!, Text(entry, "queue")!);
        if (Visits.TryGetValue(id, out var known))
        {
            // A call back that was owed before a kill, or a caller who was moved.
            known.Queue = queue;
            foreach (var offer in Offers.Where(offer => offer.Visit == id && offer.To is null))
            {
                (offer.To, offer.Result) = (at, "Withdrawn");
            }

            return;
        }

        Visits.Add(id, new PlainVisit(id, queue, at)
        {
            Call = call,
            IsCallback = Text(entry, "work") == "Callback",
            IsReturn = Is(entry, "isReturn"),
            Caller = Text(entry, "caller"),
            Line = Text(entry, "line"),
        });
    }

    private void TakeVisit(long seq, string kind, long at, string call, JsonElement entry, PlainVisit visit)
    {
        var agent = Text(entry, "agent");
        switch (kind)
        {
            case "queue.joined":
                (visit.Call, visit.Agent, visit.Leg, visit.Answered, visit.Outcome) = (call, agent, Text(entry, "leg"), at, "Answered");
                foreach (var offer in Offers.Where(offer => offer.Visit == visit.Id && offer.Agent == agent && offer.To is null))
                {
                    (offer.To, offer.Result) = (at, "Accepted");
                }

                visit.Ends++;
                break;
            case "queue.talk-ended":
                if (visit.TalkEnded is null)
                {
                    visit.EndHold(at);
                    visit.TalkEnded = at;
                }

                visit.Transferred = Is(entry, "transferred");
                break;
            case "queue.wrap-up-ended":
                visit.Finished = at;
                break;
            case "queue.left":
                (visit.Left, visit.Outcome, visit.PromisedBy) = (at, Text(entry, "outcome")!, Time(entry, "promisedBy"));
                visit.Ends++;
                break;
            case "queue.disposed":
                visit.Disposition = Text(entry, "disposition");
                break;
        }

        if (visit.Ends > 1)
        {
            Contradictions.Add($"{seq}: {kind} ends visit {visit.Id} a second time.");
        }
    }
}

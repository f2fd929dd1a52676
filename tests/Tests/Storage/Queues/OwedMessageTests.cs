using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage.Queues;

/// <summary>Messages that wait are known after a restart, and whose they are.</summary>
public sealed class OwedMessageTests : IDisposable
{
    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void What_waits_and_what_was_being_spoken_is_found_as_it_stood_last()
    {
        var heard = Owed("call-1");
        _box.Journal.Append(heard);
        _box.Journal.Append(heard with { Length = TimeSpan.FromSeconds(9) });
        _box.Journal.Append(new MessageEnded(heard.Call, heard.Visit, heard.Ticket, true, false, "Heard."));
        var back = Owed("call-2") with { Length = TimeSpan.FromSeconds(12), IsCutOff = true };
        _box.Journal.Append(back);
        _box.Journal.Append(back with { Ticket = "call-2-2.2" });
        _box.Journal.Append(Owed("call-3") with { Turn = back.Turn.AddMinutes(1) });
        _box.Restart();

        var left = new JournalReader(_box.Database).OwedMessages(DateTimeOffset.UnixEpoch);

        Assert.Equal(["call-2-2.2", "call-3-2"], left.Select(one => one.Ticket));
        Assert.Equal((TimeSpan.FromSeconds(12), true, "sound of call-2"), (left[0].Length, left[0].IsCutOff, left[0].Recording));
        Assert.Equal(["chinese"], left[0].Skills);
        Assert.Null(left[1].Length);
        Assert.Empty(new JournalReader(_box.Database).OwedMessages(_box.Time.GetUtcNow() + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_visit_in_which_a_message_was_left_is_found_by_its_recording()
    {
        var call = new CallId("call-1");
        _box.Journal.Append(new QueueEntered(call, "call-1-1", "desk", "Call", "3125550142", "main-1", null, false, "Waits."));
        _box.Journal.Append(Owed("call-1"));
        _box.Journal.Append(new QueueLeft(call, "call-1-1", "MessageLeft", "A message."));
        _box.Journal.Append(Owed("call-1") with { Length = TimeSpan.FromSeconds(9) });
        _box.Journal.Append(new QueueEntered(call, "call-1-2", "desk", "Message", "3125550142", null, null, true, "Waits.")
        {
            Message = "sound of call-1",
        });
        _box.Restart();
        var facts = new FactReader(_box.Database);

        var visit = facts.VisitOfMessage("sound of call-1");

        Assert.Equal(("call-1-1", VisitOutcome.MessageLeft), (visit!.Id, visit.Outcome));
        Assert.Equal(["sound of call-1", "sound of call-1"], facts.VisitsOf(call).Select(one => one.Message));
        Assert.Null(facts.VisitOfMessage("another"));
    }

    private MessageOwed Owed(string call) => new(
        new CallId(call),
        $"{call}-1",
        $"{call}-2",
        "desk",
        $"sound of {call}",
        null,
        "3125550142",
        _box.Time.GetUtcNow(),
        TimeSpan.FromMinutes(5),
        ["chinese"],
        _box.Time.GetUtcNow() + TimeSpan.FromDays(7));
}

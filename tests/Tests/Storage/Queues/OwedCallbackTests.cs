using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage.Queues;

/// <summary>What is owed to customers is known after a restart.</summary>
public sealed class OwedCallbackTests : IDisposable
{
    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void What_is_owed_and_not_made_is_found_as_it_stood_last()
    {
        var first = Owed("call-1", tries: 0);
        _box.Journal.Append(first);
        _box.Journal.Append(Owed("call-2", tries: 0));
        _box.Journal.Append(first with { Ticket = "call-1-2.2", Tries = 1 });
        _box.Journal.Append(new CallbackEnded(new CallId("call-2"), "call-2-1", "call-2-2", true, "Called back."));
        _box.Restart();

        var left = Assert.Single(new JournalReader(_box.Database).OwedCallbacks(DateTimeOffset.UnixEpoch));

        Assert.Equal(("call-1-2.2", 1, "3125550142"), (left.Ticket, left.Tries, left.Number));
        Assert.Equal(["chinese"], left.Skills);
        Assert.Empty(new JournalReader(_box.Database).OwedCallbacks(_box.Time.GetUtcNow() + TimeSpan.FromSeconds(1)));
    }

    private CallbackOwed Owed(string call, int tries) => new(
        new CallId(call),
        $"{call}-1",
        $"{call}-2",
        "desk",
        "3125550142",
        _box.Time.GetUtcNow(),
        TimeSpan.FromMinutes(5),
        ["chinese"],
        null,
        _box.Time.GetUtcNow() + TimeSpan.FromHours(2),
        tries);
}

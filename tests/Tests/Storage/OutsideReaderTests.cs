using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

/// <summary>What is read at the start of calls for help, and of calls to the outside.</summary>
public sealed class OutsideReaderTests : IDisposable
{
    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Emergency_calls_come_with_the_beginnings_of_their_legs_and_nothing_else()
    {
        var (help, other) = (new CallId("call-1"), new CallId("call-2"));
        _box.Journal.Append(new EmergencyCalled(new CallId("call-0"), "911", "104", null, null));
        _box.Time.Advance(TimeSpan.FromHours(2));
        var since = _box.Time.GetUtcNow();
        _box.Journal.Append(new EmergencyCalled(help, "911", "101", null, null));
        _box.Journal.Append(new LegStarted(help, "leg-1", Party.Line("main-1"), LegOrigin.Box, "Dials."));
        _box.Journal.Append(new LegAnswered(help, "leg-1", Party.Line("main-1")));
        _box.Journal.Append(new LegStarted(other, "leg-2", Party.Line("main-2"), LegOrigin.Box, "Dials."));
        _box.Journal.Append(new EmergencyEnded(help, "101", "main-1", null, "Over."));
        _box.Restart();

        var read = new OutsideReader(_box.Database).Emergencies(since);

        Assert.Equal([typeof(EmergencyCalled), typeof(LegStarted), typeof(EmergencyEnded)], read.Select(one => one.Entry.GetType()));
        Assert.Equal("leg-1", read.Select(one => one.Entry).OfType<LegStarted>().Single().Leg);
    }

    [Fact]
    public void Calls_to_the_outside_are_found_with_what_stopped_phones()
    {
        var began = _box.Time.GetUtcNow();
        var counted = new OutsideCounted(new CallId("call-1"), "101", "+13125550142", "National", "any", false, began, null, null);
        _box.Journal.Append(counted with { Phone = "104" });
        _box.Time.Advance(TimeSpan.FromDays(1));
        var since = _box.Time.GetUtcNow();
        _box.Journal.Append(counted);
        _box.Journal.Append(counted with { AnsweredAt = began, EndedAt = began + TimeSpan.FromSeconds(7) });
        _box.Journal.Append(new MessagesWaiting("101", 1, 0, "a test"));
        _box.Journal.Append(new OutsideStopped("101", null, "It may again."));
        _box.Restart();

        var read = new OutsideReader(_box.Database).Counts(since).Select(one => one.Entry).ToList();

        Assert.Equal([typeof(OutsideCounted), typeof(OutsideCounted), typeof(OutsideStopped)], read.Select(one => one.GetType()));
        Assert.Equal(counted, read[0]);
        Assert.Equal(began + TimeSpan.FromSeconds(7), ((OutsideCounted)read[1]).EndedAt);
    }
}

using Switchhook.Calls.Journal;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

/// <summary>The journal from a moment on.</summary>
public sealed class JournalSinceTests : IDisposable
{
    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Nothing_is_read_of_an_empty_journal() =>
        Assert.Empty(new JournalReader(_box.Database).Since(DateTimeOffset.UnixEpoch));

    [Fact]
    public void Events_from_a_moment_on_are_read_in_order_however_many_they_are()
    {
        var start = _box.Time.GetUtcNow();
        const int Count = JournalReader.Most + 500;
        for (var number = 0; number < Count; number++)
        {
            _box.Journal.Append(new NightChanged(number % 2 == 0, $"{number}"));
            if (number % 100 == 99)
            {
                _box.Time.Advance(TimeSpan.FromSeconds(1));
                Assert.True(_box.Store.WritePending());
            }
        }

        var reader = new JournalReader(_box.Database);
        foreach (var seconds in new[] { -10, 0, 1, 4, 57, 104, 200 })
        {
            // A hundred events have each second.
            var numbers = Enumerable.Range(0, Count).Skip(Math.Clamp(seconds * 100, 0, Count)).Select(number => $"{number}");
            Assert.Equal(numbers, reader.Since(start.AddSeconds(seconds)).Select(one => ((NightChanged)one.Entry).By));
        }
    }
}

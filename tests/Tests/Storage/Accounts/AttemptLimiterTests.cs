using Switchhook.Storage.Accounts;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Accounts;

public sealed class AttemptLimiterTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_few_mistakes_are_free_and_then_each_doubles_the_wait()
    {
        var limiter = new AttemptLimiter(_time);
        var waits = new List<double>();
        for (var i = 0; i < 16; i++)
        {
            limiter.Failed("account:ada");
            var wait = limiter.Wait("ACCOUNT:ADA") ?? TimeSpan.Zero;
            waits.Add(wait.TotalSeconds);
            _time.Advance(wait);
            Assert.Null(limiter.Wait("account:ada"));
        }

        Assert.Equal([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300], waits);
        Assert.Null(limiter.Wait("account:bob"));
    }

    [Fact]
    public void A_guesser_who_waits_as_told_gets_fewer_than_400_guesses_a_day()
    {
        var limiter = new AttemptLimiter(_time);
        var guesses = 0;
        while (_time.Elapsed < TimeSpan.FromDays(1))
        {
            limiter.Failed("address:198.51.100.7");
            guesses++;
            _time.Advance(limiter.Wait("address:198.51.100.7") ?? TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(guesses, 100, 400);
    }

    [Fact]
    public void Success_and_time_forget()
    {
        var limiter = new AttemptLimiter(_time);
        Fail(limiter, "a", 10);
        limiter.Succeeded("a");
        Assert.Null(limiter.Wait("a"));
        Fail(limiter, "b", 10);
        _time.Advance(AttemptLimiter.Memory);
        limiter.Failed("b");
        Assert.Null(limiter.Wait("b"));
        Assert.Equal(1, limiter.Count);
    }

    [Fact]
    public void The_table_is_bounded_and_forgets_who_failed_longest_ago()
    {
        var limiter = new AttemptLimiter(_time, most: 100);
        Fail(limiter, "known", 10);
        for (var i = 0; i < 1000; i++)
        {
            limiter.Failed($"flood-{i}");
            if (i % 50 == 0)
            {
                limiter.Failed("known");
            }
        }

        Assert.Equal(100, limiter.Count);
        Assert.NotNull(limiter.Wait("known"));
    }

    private static void Fail(AttemptLimiter limiter, string key, int times)
    {
        for (var i = 0; i < times; i++)
        {
            limiter.Failed(key);
        }
    }
}

using Switchhook.Sip.Transactions.Timing;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Transactions;

public sealed class DeadlineQueueTests : IDisposable
{
    private readonly LoopDriver _driver = new();
    private readonly DeadlineQueue _queue;
    private readonly List<(string Name, double Seconds)> _fired = [];

    public DeadlineQueueTests()
    {
        _queue = new DeadlineQueue(_driver.Loop);
    }

    [Fact]
    public void Each_fires_once_at_its_own_moment_in_the_order_of_time()
    {
        _driver.Do(() =>
        {
            Make("late").SetIn(TimeSpan.FromSeconds(3));
            Make("early").SetIn(TimeSpan.FromSeconds(1));
            Make("also early").SetIn(TimeSpan.FromSeconds(1));
        });
        _driver.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([("early", 1.0), ("also early", 1.0), ("late", 3.0)], _fired);
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void One_that_is_moved_fires_at_the_last_moment_that_was_set()
    {
        var later = Make("later");
        var sooner = Make("sooner");
        var never = Make("never");
        _driver.Do(() =>
        {
            later.SetIn(TimeSpan.FromSeconds(1));
            later.SetIn(TimeSpan.FromSeconds(5));
            sooner.SetIn(TimeSpan.FromSeconds(4));
            sooner.SetIn(TimeSpan.FromSeconds(2));
            never.SetIn(TimeSpan.FromSeconds(3));
            never.Clear();
        });
        _driver.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([("sooner", 2.0), ("later", 5.0)], _fired);
    }

    [Fact]
    public void One_may_set_itself_anew_while_it_fires()
    {
        Deadline ticking = null!;
        ticking = new Deadline(_queue, () =>
        {
            _fired.Add(("tick", _queue.Now.TotalSeconds));
            if (_fired.Count < 3)
            {
                ticking.SetIn(TimeSpan.FromSeconds(1));
            }
        });
        _driver.Do(() => ticking.SetIn(TimeSpan.FromSeconds(1)));
        _driver.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([("tick", 1.0), ("tick", 2.0), ("tick", 3.0)], _fired);
    }

    [Fact]
    public void One_that_is_taken_back_leaves_nothing_behind()
    {
        var many = Enumerable.Range(0, 1000).Select(_ => Make("never")).ToList();
        _driver.Do(() => many.ForEach(deadline => deadline.SetIn(TimeSpan.FromHours(1))));
        Assert.Equal(1000, _queue.Count);
        _driver.Do(() => many.ForEach(deadline => deadline.Clear()));
        Assert.Equal(0, _queue.Count);
        Assert.Null(many[0].At);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Thousands_that_are_set_moved_and_taken_back_at_random_fire_in_order(int seed)
    {
        var random = new Random(seed);
        var wanted = new Dictionary<int, double>();
        var fired = new List<(int Id, double Seconds)>();
        var all = Enumerable.Range(0, 2000).Select(id => new Deadline(_queue, () => fired.Add((id, _queue.Now.TotalSeconds)))).ToList();
        _driver.Do(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var id = random.Next(all.Count);
                if (random.Next(4) == 0)
                {
                    all[id].Clear();
                    wanted.Remove(id);
                }
                else
                {
                    wanted[id] = random.Next(1, 1000);
                    all[id].Set(TimeSpan.FromSeconds(wanted[id]));
                }
            }
        });
        Assert.Equal(wanted.Count, _queue.Count);
        _driver.Advance(TimeSpan.FromSeconds(1000));
        Assert.Equal(wanted.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)), fired.OrderBy(entry => entry.Id));
        Assert.True(fired.Zip(fired.Skip(1)).All(pair => pair.First.Seconds <= pair.Second.Seconds), $"Seed {seed}");
    }

    [Fact]
    public void The_others_fire_when_one_is_faulty()
    {
        using var driver = new LoopDriver { ExpectsFaults = true };
        using var queue = new DeadlineQueue(driver.Loop);
        var fired = 0;
        driver.Do(() =>
        {
            new Deadline(queue, () => throw new InvalidOperationException("faulty")).SetIn(TimeSpan.FromSeconds(1));
            new Deadline(queue, () => fired++).SetIn(TimeSpan.FromSeconds(1));
            new Deadline(queue, () => fired++).SetIn(TimeSpan.FromSeconds(2));
        });
        driver.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(2, fired);
        Assert.Single(driver.Faults);
    }

    public void Dispose()
    {
        _queue.Dispose();
        _driver.Dispose();
    }

    private Deadline Make(string name) => new(_queue, () => _fired.Add((name, _queue.Now.TotalSeconds)));
}

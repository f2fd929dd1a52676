using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Transactions;

public sealed class RepeaterTests
{
    private static readonly double[] UpToT2 = [0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5];
    private static readonly double[] Doubling = [0.5, 1.5, 3.5, 7.5, 15.5, 31.5];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sends_with_doubling_intervals_and_gives_up_after_64_T1(bool isUpToT2)
    {
        using var driver = new LoopDriver();
        using var queue = new DeadlineQueue(driver.Loop);
        var repeater = new Repeater(queue, TransactionTimes.Standard, isUpToT2);
        var (sent, gaveUp) = (new List<double>(), new List<double>());
        driver.Do(() => repeater.Start(() => sent.Add(driver.Loop.Now.TotalSeconds), () => gaveUp.Add(driver.Loop.Now.TotalSeconds)));
        driver.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(isUpToT2 ? UpToT2 : Doubling, sent);
        Assert.Equal([32.0], gaveUp);
        Assert.False(repeater.IsRunning);
    }

    [Fact]
    public void Stops_when_it_is_confirmed()
    {
        using var driver = new LoopDriver();
        using var queue = new DeadlineQueue(driver.Loop);
        var repeater = new Repeater(queue, TransactionTimes.Standard, isUpToT2: true);
        var count = 0;
        driver.Do(() => repeater.Start(() => count++, () => count += 100));
        driver.Advance(TimeSpan.FromSeconds(1));
        driver.Do(repeater.Stop);
        driver.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(1, count);
    }
}

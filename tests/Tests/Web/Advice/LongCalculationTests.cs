using Switchhook.Testing;
using Switchhook.Web.Advice;

namespace Switchhook.Tests.Web.Advice;

/// <summary>One long calculation at a time, and none without an end.</summary>
public sealed class LongCalculationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task What_takes_too_long_is_broken_off_and_the_next_may_begin()
    {
        var calculation = new LongCalculation(_time);
        var begun = new TaskCompletionSource();
        var endless = calculation.RunAsync(stop => Wait(begun, stop), CancellationToken.None);
        await begun.Task.WaitAsync(Limit);

        _time.Advance(LongCalculation.Longest);

        var refused = await Assert.ThrowsAsync<CalculationRefusedException>(() => endless.WaitAsync(Limit));
        Assert.Null(refused.RetryAfter);
        Assert.Equal(4, await calculation.RunAsync(_ => 4, CancellationToken.None));
    }

    [Fact]
    public async Task A_second_one_is_refused_at_once()
    {
        var calculation = new LongCalculation(_time);
        using var asker = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var first = calculation.RunAsync(stop => Wait(begun, stop), asker.Token);
        await begun.Task.WaitAsync(Limit, CancellationToken.None);

        await Assert.ThrowsAsync<CalculationRefusedException>(() => calculation.RunAsync(_ => 4, CancellationToken.None));

        await asker.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Limit, CancellationToken.None));
        Assert.Equal(4, await calculation.RunAsync(_ => 4, CancellationToken.None));
    }

    [Fact]
    public async Task A_fault_of_the_work_is_the_askers_and_blocks_nobody()
    {
        var calculation = new LongCalculation(_time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => calculation.RunAsync<int>(
            _ => throw new InvalidOperationException("It is wrong."), CancellationToken.None));
        Assert.Equal(4, await calculation.RunAsync(_ => 4, CancellationToken.None));
    }

    private static int Wait(TaskCompletionSource begun, CancellationToken stop)
    {
        begun.SetResult();
        stop.WaitHandle.WaitOne(Limit);
        stop.ThrowIfCancellationRequested();
        return 0;
    }
}

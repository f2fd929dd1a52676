using Switchhook.Calls.Loop;
using Switchhook.Testing;

namespace Switchhook.Tests.Calls;

public sealed class ControlLoopTests : IDisposable
{
    private readonly LoopDriver _driver = new() { ExpectsFaults = true };

    public void Dispose() => _driver.Dispose();

    [Fact]
    public void A_story_stays_on_the_loop_over_its_awaits()
    {
        var seen = new List<bool>();
        _driver.Loop.Launch(async () =>
        {
            seen.Add(_driver.Loop.IsCurrent);
            await Task.Delay(TimeSpan.FromSeconds(1), _driver.Time);
            seen.Add(_driver.Loop.IsCurrent);
        });

        _driver.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([true, true], seen);
        Assert.False(_driver.Loop.IsCurrent);
    }

    [Fact]
    public void A_fault_is_reported_and_the_loop_goes_on()
    {
        var wentOn = false;
        _driver.Loop.Post(() => throw new InvalidOperationException("first"));
        _driver.Loop.Launch(() => Task.FromException(new InvalidOperationException("second")));
        _driver.Loop.Launch(() => Task.FromCanceled(new CancellationToken(canceled: true)));
        _driver.Loop.Post(() => { wentOn = true; });

        _driver.Drain();

        Assert.True(wentOn);
        Assert.Equal(["first", "second"], _driver.Faults.Select(fault => fault.Message));
    }

    [Fact]
    public void What_is_taken_back_never_runs_even_when_it_was_due_already()
    {
        var runs = 0;
        var late = _driver.Do(() => _driver.Loop.Schedule(TimeSpan.FromSeconds(1), () => runs++));
        _driver.Loop.Post(() =>
        {
            // The timer fires and queues its work; then it is taken back before the work's turn.
            _driver.Time.Advance(TimeSpan.FromSeconds(1));
            late.Dispose();
        });

        _driver.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task Too_many_commands_from_outside_are_refused_and_none_of_the_others_is_lost()
    {
        var ran = 0;
        var waiting = Enumerable.Range(0, ControlLoop.MaxOutsideWork).Select(_ => _driver.Loop.InvokeAsync(() => { ran++; })).ToList();

        await Assert.ThrowsAsync<LoopBusyException>(() => _driver.Loop.InvokeAsync(() => { ran++; }));
        _driver.Drain();

        Assert.Equal(ControlLoop.MaxOutsideWork, ran);
        Assert.All(waiting, task => Assert.True(task.IsCompletedSuccessfully));
        var next = _driver.Loop.InvokeAsync(() => "taken again");
        _driver.Drain();
        Assert.Equal("taken again", await next);
    }

    [Fact]
    public async Task A_fault_of_a_command_goes_to_the_one_who_gave_it()
    {
        var command = _driver.Loop.InvokeAsync(() => throw new InvalidOperationException("mine"));
        _driver.Drain();

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => command)).Message);
        Assert.Empty(_driver.Faults);
    }

    [Fact]
    public async Task The_thread_of_the_daemon_runs_work_in_order_and_ends()
    {
        using var loop = new ControlLoop(TimeProvider.System, _ => { });
        var order = new List<int>();
        loop.Start();
        for (var i = 0; i < 100; i++)
        {
            var number = i;
            loop.Post(() => order.Add(number));
        }

        var name = await loop.InvokeAsync(() => Thread.CurrentThread.Name).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("control loop", name);
        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Fact]
    public void Work_that_comes_after_the_end_is_dropped()
    {
        var loop = new ControlLoop(TimeProvider.System, _ => { });
        loop.Start();
        loop.Dispose();

        loop.Post(() => throw new InvalidOperationException("Too late."));
    }
}

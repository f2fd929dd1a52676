using System.Globalization;
using Switchhook.Storage.Diagnostics;

namespace Switchhook.Tests.Storage.Diagnostics;

/// <summary>Long work that waits in between gives way all the time.</summary>
public sealed class QuietSchedulerTests
{
    [Fact]
    public async Task After_each_wait_it_goes_on_on_the_same_quiet_thread()
    {
        List<(string? Name, int Niceness)> seen = [];
        await QuietScheduler.RunAsync("quiet-test", async () =>
        {
            seen.Add(Here());
            await Task.Yield();
            seen.Add(Here());
            await Task.Run(() => { }, CancellationToken.None);
            seen.Add(Here());
        });

        Assert.Equal([("quiet-test", 19), ("quiet-test", 19), ("quiet-test", 19)], seen);
        Assert.NotEqual("quiet-test", Thread.CurrentThread.Name);
    }

    [Fact]
    public async Task What_it_throws_goes_to_whoever_waits()
    {
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => QuietScheduler.RunAsync("quiet-test", async () =>
        {
            await Task.Yield();
            throw new InvalidDataException("in the middle");
        }));

        Assert.Equal("in the middle", fault.Message);
    }

    [Fact]
    public async Task What_it_leaves_behind_is_done_elsewhere()
    {
        var (end, done) = (new TaskCompletionSource(), Task.CompletedTask);
        await QuietScheduler.RunAsync("quiet-test", () =>
        {
            done = LeftAsync();
            return Task.CompletedTask;
        });
        end.SetResult();

        await done.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        async Task LeftAsync() => await end.Task;
    }

    // The niceness is the 19th field of proc_pid_stat(5); the second may have spaces in its parentheses.
    private static (string? Name, int Niceness) Here()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Thread.CurrentThread.Name, int.Parse(fields[16], CultureInfo.InvariantCulture));
    }
}

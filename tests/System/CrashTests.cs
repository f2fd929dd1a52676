using Switchhook.Testing.Crash;
using Xunit.Abstractions;

namespace Switchhook.SystemTests;

/// <summary>A few of the kills of <c>./appliance bench crash</c>.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_in_the_middle_of_calls_the_box_loses_none_of_them()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3), TimeProvider.System);

        var result = await CrashTrial.RunAsync(4, seed: 4, (kill, one) => output.WriteLine($"{kill}: {one}"), limit.Token);

        Assert.Empty(result.Faults);
        Assert.True(result.CutOff > 5, $"Only {result.CutOff} calls were in progress: this shows nothing.");
        Assert.True(result.Sounds > 5, $"Only {result.Sounds} recordings were read: this shows nothing.");
    }
}

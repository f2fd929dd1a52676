using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace Switchhook.Guest.Running;

/// <summary>Runs the scenarios of a group one after the other, each within its limit.</summary>
internal static class ScenarioRunner
{
    private const BindingFlags Unwrapped = BindingFlags.DoNotWrapExceptions;

    /// <summary>Runs a group and leaves the results in a folder.</summary>
    /// <returns>The number of scenarios that failed.</returns>
    public static async Task<int> RunAsync(string group, string folder)
    {
        var failed = 0;
        await using var results = new StreamWriter(Path.Combine(folder, ScenarioResult.FileName)) { AutoFlush = true };
        foreach (var scenario in Scenario.All.Where(scenario => scenario.Group == group))
        {
            Console.WriteLine($"{scenario.Name}…");
            var result = await RunAsync(scenario);
            for (var tries = 1; !result.Passed && tries < scenario.Tries; tries++)
            {
                Console.WriteLine($"    once more after {result.Seconds:0.0} s: {result.Words}");
                result = await RunAsync(scenario);
            }

            failed += result.Passed ? 0 : 1;
            await results.WriteLineAsync(JsonSerializer.Serialize(result, ResultJson.Default.ScenarioResult));
            Console.WriteLine($"    {(result.Passed ? "passed" : "FAILED")} after {result.Seconds:0.0} s {result.Words}");
        }

        return failed;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a scenario throws is its result, and the next one runs.")]
    private static async Task<ScenarioResult> RunAsync(Scenario scenario)
    {
        var measured = new Measurements();
        var clock = Stopwatch.StartNew();
        var words = "";
        try
        {
            // On a thread of its own, so that one that blocks is left behind.
            await Task.Run(() => PlayAsync(scenario, measured)).WaitAsync(scenario.Limit, TimeProvider.System);
        }
        catch (TimeoutException) when (clock.Elapsed >= scenario.Limit)
        {
            words = $"It was not done after {scenario.Limit.TotalSeconds} s.";
        }
        catch (Exception error)
        {
            words = error.ToString();
        }

        return new ScenarioResult(scenario.Name, words.Length == 0, clock.Elapsed.TotalSeconds, words, measured.Values);
    }

    private static async Task PlayAsync(Scenario scenario, Measurements measured)
    {
        var stage = Activator.CreateInstance(
            scenario.Method.DeclaringType!, BindingFlags.Public | BindingFlags.Instance | Unwrapped, null, [measured], null)!;
        try
        {
            await (Task)scenario.Method.Invoke(stage, Unwrapped, null, null, null)!;
        }
        finally
        {
            await DisposeAsync(stage);
        }
    }

    private static async ValueTask DisposeAsync(object stage)
    {
        switch (stage)
        {
            case IAsyncDisposable asynchronous:
                await asynchronous.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}

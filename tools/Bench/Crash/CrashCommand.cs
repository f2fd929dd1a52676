using System.CommandLine;
using System.Globalization;
using Switchhook.Testing.Crash;

namespace Switchhook.Bench.Crash;

/// <summary><c>crash</c>: kills a loaded box again and again, and tells what is lost.</summary>
internal static class CrashCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var kills = new Option<int>("--kills") { Description = "How often the box is killed.", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Makes the load and the moments.", DefaultValueFactory = _ => 1 };
        kills.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000)
            {
                result.AddError("--kills takes 1 to 10000.");
            }
        });
        var command = new Command("crash", "Kill the box (SIGKILL) in the middle of calls, and look what is lost.") { kills, seed };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(kills), parsed.GetValue(seed), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(int kills, int seed, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{kills} kills, seed {seed}. Each takes about ten seconds.");
        var result = await CrashTrial.RunAsync(kills, seed, (kill, one) => Tell(output, kill, one), cancel);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""

            kills                                  {kills}
            calls seen                             {result.Calls}
              answered                             {result.Answered}
              answered, and cut off by the kill    {result.CutOff}
            recordings read by soxi                {result.Sounds}
            written end before the true one        {result.WorstEnd.TotalMilliseconds:0} ms at most
            missing at the end of a recording      {result.WorstSound.TotalMilliseconds:0} ms at most
            faults                                 {result.Faults.Count}
            """));
        return result.Faults.Count == 0 ? 0 : 1;
    }

    private static void Tell(TextWriter output, int kill, CrashResult one)
    {
        var missing = one.WorstSound.TotalMilliseconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"kill {kill,3}: {one.Calls} calls, {one.Answered} answered, {one.CutOff} cut off, {missing:0} ms of sound missing"));
        foreach (var fault in one.Faults)
        {
            output.WriteLine($"  FAULT: {fault}");
        }

        output.Flush();
    }
}

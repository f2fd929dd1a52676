using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Switchhook.Bench.Micro;

/// <summary><c>micro</c>: the hot paths under BenchmarkDotNet; figures are ratios to a baseline of the same run.</summary>
internal static class MicroCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var filter = new Option<string>("--filter") { Description = "Which benchmarks, as *Name*.", DefaultValueFactory = _ => "*" };
        var command = new Command("micro", "Run the micro benchmarks of the hot paths.") { filter };
        command.SetAction(parsed =>
        {
            // In this process: a project that BenchmarkDotNet generates would have to be restored.
            var config = ManualConfig.Create(DefaultConfig.Instance)
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
            var switcher = BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly);
            var summaries = switcher.Run(["--filter", parsed.GetValue(filter)!], config).ToList();
            return summaries.Count > 0 && !summaries.Any(summary => summary.HasCriticalValidationErrors) ? 0 : 1;
        });
        return command;
    }
}

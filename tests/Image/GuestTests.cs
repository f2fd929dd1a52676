using System.Text.RegularExpressions;
using Switchhook.Guest.Running;
using Xunit.Abstractions;

namespace Switchhook.Image;

/// <summary>The scenarios of tests/Guest, each of which ran in a guest with Debian's kernel.</summary>
/// <param name="runs">Boots each group once.</param>
/// <param name="output">Takes what was measured.</param>
public sealed partial class GuestTests(GuestRuns runs, ITestOutputHelper output) : IClassFixture<GuestRuns>
{
    // The whole daemon is compiled anew by an emulated processor, which takes minutes.
    private const string Long = "daemon";

    /// <summary>The scenarios that run always.</summary>
    public static TheoryData<string, string> Scenarios { get; } =
        Data(Scenario.All.Where(one => one.Group != Long).Select(one => (one.Group, one.Name)));

    /// <summary>Their groups.</summary>
    public static TheoryData<string> Groups { get; } =
        new(Scenario.All.Select(one => one.Group).Where(group => group != Long).Distinct());

    /// <summary>The scenarios that take long.</summary>
    public static TheoryData<string> LongScenarios { get; } =
        new(Scenario.All.Where(one => one.Group == Long).Select(one => one.Name));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Under_a_real_kernel(string group, string scenario)
    {
        var run = await runs.Of(group);
        var result = run.Results.SingleOrDefault(one => one.Name == scenario);
        foreach (var (name, value) in result?.Measured ?? new Dictionary<string, string>())
        {
            output.WriteLine($"{name}: {value}");
        }

        Assert.True(result is not null, $"The guest said nothing of it. {run.Story}");
        Assert.True(result.Passed, $"{result.Words}\n{run.Story}");
    }

    [Theory]
    [Trait("Length", "long")]
    [MemberData(nameof(LongScenarios))]
    public Task The_daemon_under_a_real_kernel(string scenario) => Under_a_real_kernel(Long, scenario);

    [Fact]
    [Trait("Length", "long")]
    public async Task The_kernel_found_nothing_wrong_with_the_daemon()
    {
        await Nothing_else_was_run(Long);
        await The_kernel_found_nothing_wrong(Long);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Nothing_else_was_run(string group) =>
        Assert.Empty((await runs.Of(group)).Results.Select(one => one.Name).Except(
            Scenario.All.Where(one => one.Group == group).Select(one => one.Name)));

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task The_kernel_found_nothing_wrong(string group)
    {
        var run = await runs.Of(group);
        Assert.True(run.KernelLog.Length > 0, $"The guest left no log of its kernel. {run.Story}");
        Assert.DoesNotMatch(KernelFault(), Report().Replace(run.KernelLog, report => IsOfSimulation(report.Value) ? "" : report.Value));
    }

    // gpio-sim frees the interrupts of its chip before it tells who uses them that it is gone; no real chip's driver does.
    private static bool IsOfSimulation(string report) =>
        report.Contains("removing non-empty directory 'irq/", StringComparison.Ordinal)
        && report.Contains("gpio_sim_dispose_mappings", StringComparison.Ordinal);

    private static TheoryData<string, string> Data(IEnumerable<(string Group, string Name)> scenarios)
    {
        var data = new TheoryData<string, string>();
        foreach (var (group, name) in scenarios)
        {
            data.Add(group, name);
        }

        return data;
    }

    [GeneratedRegex(@"\[ cut here \].*?\[ end trace", RegexOptions.Singleline, 1000)]
    private static partial Regex Report();

    [GeneratedRegex(@"BUG:|WARNING:|Oops|Call Trace|soft lockup|KASAN", RegexOptions.None, 1000)]
    private static partial Regex KernelFault();
}

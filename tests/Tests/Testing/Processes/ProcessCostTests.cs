using Switchhook.Testing.Processes;

namespace Switchhook.Tests.Testing.Processes;

public sealed class ProcessCostTests
{
    private const string Line = "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 900 0 1 0 250 30 0 0 20 0 9 0 100 5000000 300 1844 1 1 0 0";

    [Fact]
    public void Processor_time_and_memory_are_read_behind_a_name_with_brackets()
    {
        var cost = ProcessCost.Parse(Line);

        Assert.Equal(TimeSpan.FromSeconds(2.5), cost.User);
        Assert.Equal(TimeSpan.FromSeconds(0.3), cost.Kernel);
        Assert.Equal(TimeSpan.FromSeconds(2.8), cost.Processor);
        Assert.Equal(300 * Environment.SystemPageSize, cost.ResidentBytes);
    }

    [Fact]
    public void The_cost_of_a_while_is_the_difference()
    {
        var later = ProcessCost.Parse(Line);

        var cost = later.Since(later with { User = TimeSpan.FromSeconds(2), ResidentBytes = 1 });

        Assert.Equal((TimeSpan.FromSeconds(0.5), TimeSpan.Zero), (cost.User, cost.Kernel));
        Assert.Equal(later.ResidentBytes, cost.ResidentBytes);
    }

    [Fact]
    public void Another_line_is_refused() => Assert.Throws<FormatException>(() => ProcessCost.Parse("4711 (a) S 1"));
}

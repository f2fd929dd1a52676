using System.Globalization;
using System.Net;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests;

/// <summary>The daemon as a process: it starts, answers, says what is wrong, stops, and comes back after a kill.</summary>
public sealed class DaemonTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2), TimeProvider.System);

    private CancellationToken Limit => _limit.Token;

    [Fact]
    public async Task Answers_health_and_stops_when_it_is_asked_to()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);

        using var health = await appliance.Http.GetAsync(new Uri("health", UriKind.Relative), Limit);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(0, await appliance.StopAsync(Limit));
    }

    [Fact]
    public async Task Starts_again_on_its_data_after_a_kill()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);
        var first = appliance.Id;

        await appliance.KillAsync(Limit);
        await appliance.StartAgainAsync(Limit);

        Assert.NotEqual(first, appliance.Id);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(appliance.DataFolder));
    }

    [Fact]
    public async Task Says_so_when_another_has_its_port()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);
        var data = Directory.CreateTempSubdirectory("switchhook-");
        try
        {
            var second = await ApplianceProgram.RunAsync(
                ["run", "--data", data.FullName, "--http", appliance.Address.Authority], Limit);

            Assert.NotEqual(0, second.ExitCode);
            var port = appliance.Address.Port.ToString(CultureInfo.InvariantCulture);
            Assert.Contains(port, second.Output + second.Error, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Refuses_an_option_that_it_does_not_know()
    {
        var answer = await ApplianceProgram.RunAsync(["run", "--nonsense"], Limit);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("--nonsense", answer.Output + answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_tells_what_the_daemon_wrote()
    {
        var settings = new ApplianceSettings { MoreArguments = ["--nonsense"] };

        var failure = await Assert.ThrowsAsync<ApplianceFailedException>(() => ApplianceProcess.StartAsync(settings, Limit));

        Assert.Contains("--nonsense", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _limit.Dispose();
}

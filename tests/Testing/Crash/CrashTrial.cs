using Switchhook.Testing.Processes;

namespace Switchhook.Testing.Crash;

/// <summary>Kills a loaded box at a random moment (SIGKILL, as a power cut), starts it again on its data, and looks what is lost.</summary>
public static class CrashTrial
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(7);

    /// <summary>Many kills of one box, one after the other, on the same data.</summary>
    /// <param name="kills">How many.</param>
    /// <param name="seed">Makes the load and the moments.</param>
    /// <param name="told">Is told of each kill and what was found after it.</param>
    /// <param name="cancel">Ends the trial; nothing is left over.</param>
    public static async Task<CrashResult> RunAsync(int kills, int seed, Action<int, CrashResult> told, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var site = folder.File("site.yaml");
        await File.WriteAllTextAsync(site, CrashSite.Yaml, cancel);
        var settings = new ApplianceSettings { SiteFile = site, DataFolder = folder.File("data") };
        await using var box = await ApplianceProcess.StartAsync(settings, cancel);
        var client = await BoxClient.SignInAsync(box, cancel);
        var random = new Random(seed);
        var sum = CrashResult.None;
        for (var kill = 1; kill <= kills; kill++)
        {
            var result = await KillOnceAsync(box, client, random, cancel);
            sum = sum.And(result);
            told(kill, result);
        }

        return sum;
    }

    private static async Task<CrashResult> KillOnceAsync(ApplianceProcess box, BoxClient client, Random random, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var load = new CrashLoad(client, time, random);
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var loading = load.RunAsync(killed.Token);
        await Task.WhenAny(loading, Task.Delay(Shortest + ((Longest - Shortest) * random.NextDouble()), time, cancel));
        cancel.ThrowIfCancellationRequested();
        if (!box.IsRunning)
        {
            throw new ApplianceFailedException("The box ended by itself.", box.Output);
        }

        var killedAt = time.GetUtcNow();
        await box.KillAsync(cancel);
        var goneAt = time.GetUtcNow();
        await killed.CancelAsync();
        await loading;
        await box.StartAgainAsync(cancel);
        return await new CrashCheck(box, client, killedAt, goneAt).RunAsync([.. load.Seen.Values], cancel);
    }
}

using System.IO.Compression;
using System.Text.Json;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests;

/// <summary>Backup, restore, log and diagnostic bundle of the real daemon: beside calls, and killed in the middle.</summary>
public sealed class CareTests : IDisposable
{
    // Nobody hears a sentence here; a busy machine takes its time to start.
    private static readonly ApplianceSettings Quick = new() { WaitForSpeech = false };

    private const string Passphrase = "four words to keep";

    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(8), TimeProvider.System);
    private readonly DirectoryInfo _out = Directory.CreateTempSubdirectory("switchhook-care-");

    private CancellationToken Limit => _limit.Token;

    public void Dispose()
    {
        _limit.Dispose();
        _out.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_box_in_a_call_becomes_the_same_box_elsewhere()
    {
        await using var appliance = await ApplianceProcess.StartAsync(Quick, Limit);
        var token = await SignInAsync(appliance);
        await RingAsync(appliance);
        var calls = await TextAsync(appliance, "api/v1/calls");

        var backup = await appliance.RunCommandAsync(["backup", "--to", At("box.backup")], Limit, Passphrase + "\n");
        var check = await ApplianceProgram.RunAsync(["restore", At("box.backup"), "--check"], Limit, Passphrase + "\n");
        var restore = await ApplianceProgram.RunAsync(
            ["restore", At("box.backup"), "--data", At("new")], Limit, Passphrase + "\n");
        await appliance.KillAsync(Limit);

        Assert.Equal((0, 0, 0), (backup.ExitCode, check.ExitCode, restore.ExitCode));
        await using var restored = await ApplianceProcess.StartAsync(Quick with { DataFolder = At("new") }, Limit);
        restored.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(IdsOf(calls), IdsOf(await TextAsync(restored, "api/v1/calls")));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(appliance.DataFolder, "site.yaml"), Limit), await TextAsync(restored, "api/v1/site"));
    }

    [Fact]
    public async Task A_kill_in_the_middle_leaves_nothing_that_looks_whole()
    {
        await using var appliance = await ApplianceProcess.StartAsync(Quick, Limit);
        Directory.CreateDirectory(Path.Combine(appliance.DataFolder, "prompts"));
        var noise = new byte[48 * 1024 * 1024];
        await File.WriteAllBytesAsync(Path.Combine(appliance.DataFolder, "prompts", "long.wav"), noise, Limit);

        await KilledWhenAsync(
            () => File.Exists(At("one.backup.part")) && new FileInfo(At("one.backup.part")).Length > 1_000_000,
            "backup", "--to", At("one.backup"), "--data", appliance.DataFolder);
        Assert.False(File.Exists(At("one.backup")));
        var torn = await ApplianceProgram.RunAsync(["restore", At("one.backup.part"), "--check"], Limit, Passphrase + "\n");
        Assert.NotEqual(0, torn.ExitCode);

        var backup = await appliance.RunCommandAsync(["backup", "--to", At("one.backup")], Limit, Passphrase + "\n");
        Assert.Equal(0, backup.ExitCode);
        await KilledWhenAsync(() => Directory.Exists(At("new/.restoring")), "restore", At("one.backup"), "--data", At("new"));
        Assert.Equal([At("new/.restoring")], Directory.EnumerateFileSystemEntries(At("new")));
        var again = await ApplianceProgram.RunAsync(["restore", At("one.backup"), "--data", At("new")], Limit, Passphrase + "\n");
        Assert.Equal(0, again.ExitCode);
        Assert.False(Directory.Exists(At("new/.restoring")));
        Assert.Equal(noise.Length, new FileInfo(At("new/prompts/long.wav")).Length);
    }

    [Fact]
    public async Task No_key_and_no_secret_is_in_the_log_or_in_the_bundle_of_a_box_that_was_used()
    {
        await using var appliance = await ApplianceProcess.StartAsync(Quick, Limit);
        var token = await SignInAsync(appliance);
        const string Secret = "canary-of-the-trunk";
        await appliance.RunCommandAsync(["secret", "set", "trunk/voip"], Limit, Secret + "\n");
        await RingAsync(appliance);
        using var wrong = await appliance.Http.GetAsync(new Uri("provision/canaryAddress123456/x.cfg", UriKind.Relative), Limit);

        var bundle = await appliance.RunCommandAsync(["bundle", "--to", At("bundle.zip")], Limit);
        var log = await TextAsync(appliance, "api/v1/logs");

        Assert.Equal(0, bundle.ExitCode);
        await using var zip = await ZipFile.OpenReadAsync(At("bundle.zip"), Limit);
        Assert.NotNull(zip.GetEntry("manifest.json"));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Limit));
            var text = await reader.ReadToEndAsync(Limit);
            Assert.All([token, Secret, "canaryAddress123456"], canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
        }

        Assert.Contains("The box started", log, StringComparison.Ordinal);
        Assert.All([token, Secret, "canaryAddress123456"], canary => Assert.DoesNotContain(canary, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_box_starts_anew_when_an_admin_wants_it()
    {
        await using var appliance = await ApplianceProcess.StartAsync(Quick, Limit);
        await SignInAsync(appliance);

        using var answer = await appliance.Http.PostAsync(new Uri("api/v1/system/restart", UriKind.Relative), null, Limit);
        while (!await IsBackAsync(appliance))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("An administrator starts it anew", await TextAsync(appliance, "api/v1/system"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> IdsOf(string calls) =>
        JsonDocument.Parse(calls).RootElement.GetProperty("items").EnumerateArray().Select(call => call.GetProperty("id").GetString()!);

    private string At(string name) => Path.Combine(_out.FullName, name);

    private async Task<string> SignInAsync(ApplianceProcess appliance)
    {
        var token = (await appliance.RunCommandAsync(["token", "create", "test"], Limit)).Output.Trim();
        appliance.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return token;
    }

    private async Task RingAsync(ApplianceProcess appliance)
    {
        using var ring = await appliance.Http.PostAsync(new Uri("api/v1/simulator/lines/1/ring", UriKind.Relative), null, Limit);
        while (!IdsOf(await TextAsync(appliance, "api/v1/calls")).Any())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }

    private Task<string> TextAsync(ApplianceProcess appliance, string path) =>
        appliance.Http.GetStringAsync(new Uri(path, UriKind.Relative), Limit);

    private async Task<bool> IsBackAsync(ApplianceProcess appliance)
    {
        try
        {
            return appliance.Output.Contains("Starting again.", StringComparison.Ordinal)
                && (await TextAsync(appliance, "health")).Contains("up", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Runs a command and kills it when something is there.
    private async Task KilledWhenAsync(Func<bool> isThere, params string[] arguments)
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        var run = ApplianceProgram.RunAsync(arguments, kill.Token, Passphrase + "\n");
        while (!isThere() && !run.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Limit);
        }

        Assert.False(run.IsCompleted, "The command was done before it could be killed.");
        await kill.CancelAsync();
        await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

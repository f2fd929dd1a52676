using System.Diagnostics;

namespace Switchhook.Image;

/// <summary>Boots the guest that <c>tests/Image/guest/prepare.sh</c> has made, and lets it run a group of scenarios.</summary>
internal static class GuestMachine
{
    // Below the five minutes after which the runner takes a test for hung.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4.5);

    private static readonly string Artifacts = FindArtifacts();

    /// <summary>Runs a group to its end.</summary>
    public static async Task<GuestRun> RunAsync(string group)
    {
        var folder = Path.Combine(Artifacts, "guest", "runs", group);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "run"), RunFile(group));
        return new GuestRun(folder, await BootAsync(folder));
    }

    // What the guest's first process reads: a shell's assignments.
    private static string RunFile(string group)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!;
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(Artifacts, "bin", "Guest", configuration, "Switchhook.Guest.dll");
        return $"dotnet={Quoted(dotnet)}\nprogram={Quoted(program)}\ngroup={Quoted(group)}\n";
    }

    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static async Task<string> BootAsync(string folder)
    {
        using var machine = Process.Start(new ProcessStartInfo("qemu-system-x86_64", Arguments(folder))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            machine.StandardInput.Close();
            var complaint = machine.StandardError.ReadToEndAsync(limit.Token);
            await machine.WaitForExitAsync(limit.Token);
            return machine.ExitCode == 0 ? "The guest came to its end." : $"QEMU ended with {machine.ExitCode}: {await complaint}";
        }
        catch (OperationCanceledException)
        {
            return $"The guest was not done after {Limit.TotalSeconds} s and was switched off.";
        }
        finally
        {
            machine.Kill();
        }
    }

    private static string[] Arguments(string folder) =>
    [
        "-accel", "tcg,thread=multi", "-smp", "2", "-m", "1024",
        "-nodefaults", "-display", "none", "-no-reboot", "-serial", $"file:{folder}/{GuestRun.ConsoleFile}",
        "-kernel", Path.Combine(Artifacts, "guest", "vmlinuz"), "-initrd", Path.Combine(Artifacts, "guest", "initramfs.gz"),
        "-append", "console=ttyS0 quiet panic=-1 mitigations=off tsc=reliable random.trust_cpu=on",
        "-virtfs", $"{Share("/", "host")},readonly=on", "-virtfs", Share(folder, "share"),
    ];

    // QEMU takes a comma in a value when it is doubled.
    private static string Share(string folder, string tag) =>
        $"local,path={folder.Replace(",", ",,", StringComparison.Ordinal)},mount_tag={tag},security_model=none,multidevs=remap";

    // This assembly lies in artifacts/bin/Image/<configuration>/.
    private static string FindArtifacts()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return own.Parent?.Parent?.Parent?.FullName ?? own.FullName;
    }
}

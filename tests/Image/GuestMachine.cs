using System.Diagnostics;

namespace Switchhook.Image;

/// <summary>Boots the guest that <c>tests/Image/guest/prepare.sh</c> has made, and lets it run a group of scenarios.</summary>
internal static class GuestMachine
{
    // Below the eight minutes after which the runner takes a test for hung.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6.5);

    // Emulated processors stand still now and then (once in 25 boots) before the kernel comes to its first process, which takes it 3 s.
    private const int MostStarts = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

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
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            for (var start = 1; start <= MostStarts; start++)
            {
                if (await BootOnceAsync(folder, limit.Token) is { } end)
                {
                    return end;
                }
            }

            return $"The guest's kernel did not start, {MostStarts} times.";
        }
        catch (OperationCanceledException)
        {
            return $"The guest was not done after {Limit.TotalSeconds} s and was switched off.";
        }
    }

    // Null when its kernel does not come to its first process.
    private static async Task<string?> BootOnceAsync(string folder, CancellationToken limit)
    {
        using var machine = Process.Start(new ProcessStartInfo("qemu-system-x86_64", Arguments(folder))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            machine.StandardInput.Close();
            var complaint = machine.StandardError.ReadToEndAsync(limit);
            var ended = machine.WaitForExitAsync(limit);
            if (!await StartsAsync(Path.Combine(folder, GuestRun.ConsoleFile), ended, limit))
            {
                return null;
            }

            await ended;
            return machine.ExitCode == 0 ? "The guest came to its end." : $"QEMU ended with {machine.ExitCode}: {await complaint}";
        }
        finally
        {
            machine.Kill();
            machine.WaitForExit(StartLimit);
        }
    }

    private static async Task<bool> StartsAsync(string console, Task ended, CancellationToken limit)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < StartLimit && !ended.IsCompleted)
        {
            if (new FileInfo(console) is { Exists: true, Length: > 0 })
            {
                return true;
            }

            await Task.Delay(Look, TimeProvider.System, limit);
        }

        return ended.IsCompleted;
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

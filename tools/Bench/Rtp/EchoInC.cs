using System.Diagnostics;
using System.Globalization;
using Switchhook.Testing;

namespace Switchhook.Bench.Rtp;

/// <summary>The echo in C that the engine is measured against: compiled here, so that both run on the same machine and kernel.</summary>
internal sealed class EchoInC : IDisposable
{
    private const string Source = "echo.c";
    private static readonly string[] Compilers = ["gcc", "gcc-12", "cc"];

    private readonly TempFolder _folder = new();

    private EchoInC()
    {
    }

    /// <summary>Compiles it; null when the machine has no compiler.</summary>
    public static async Task<EchoInC?> CompileAsync(CancellationToken cancel)
    {
        var echo = new EchoInC();
        await using (var source = typeof(EchoInC).Assembly.GetManifestResourceStream(Source)!)
        await using (var file = File.Create(echo._folder.File(Source)))
        {
            await source.CopyToAsync(file, cancel);
        }

        foreach (var compiler in Compilers)
        {
            if (await echo.TryCompileAsync(compiler, cancel))
            {
                return echo;
            }
        }

        echo.Dispose();
        return null;
    }

    /// <summary>Runs it while <paramref name="load"/> runs.</summary>
    /// <returns>Processor microseconds that it used per packet, in and out.</returns>
    public async Task<double> RunAsync(int firstPort, int sockets, Action load, CancellationToken cancel)
    {
        using var process = Start(_folder.File("echo"), $"{firstPort} {sockets}");
        if (await process.StandardOutput.ReadLineAsync(cancel) != "ready")
        {
            throw new IOException("The echo in C could not open its ports.");
        }

        load();
        process.StandardInput.Close();
        var words = (await process.StandardOutput.ReadLineAsync(cancel) ?? "").Split(' ');
        await process.WaitForExitAsync(cancel);
        return Number(words[1]) / 1000.0 / Number(words[0]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task<bool> TryCompileAsync(string compiler, CancellationToken cancel)
    {
        try
        {
            using var process = Start(compiler, $"-O2 -o {_folder.File("echo")} {_folder.File(Source)}");
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);

    private static Process Start(string program, string arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new IOException($"{program} did not start.");
}

using System.Diagnostics;

namespace Switchhook.Testing.Processes;

/// <summary>The built program, <c>Switchhook.Appliance.dll</c>, in the build's output of the same configuration as the caller.</summary>
public static class ApplianceProgram
{
    private const string Assembly = "Switchhook.Appliance.dll";
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(1);

    /// <summary>Runs a command to its end: <c>check FILE</c>, for example.</summary>
    /// <param name="arguments">The command and what belongs to it.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <exception cref="TimeoutException">It took over a minute; it is killed then.</exception>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct, string input = "")
    {
        using var process = Process.Start(Description(arguments))!;
        using var limit = new CancellationTokenSource(CommandLimit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), either.Token);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var error = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"'{string.Join(' ', arguments)}' took over {CommandLimit.TotalSeconds} s.", late);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Starts a command that stays; each line that it writes goes to <paramref name="onLine"/>, from any thread.</summary>
    internal static Process Start(IReadOnlyList<string> arguments, Action<string> onLine)
    {
        var process = new Process { StartInfo = Description(arguments) };
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Pass(string? line)
        {
            if (line is not null)
            {
                onLine(line);
            }
        }
    }

    private static ProcessStartInfo Description(IReadOnlyList<string> arguments) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Find(), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>Sentences that <c>./appliance test</c> has had spoken; null when it has not.</summary>
    internal static string? Spoken =>
        Path.Combine(Bin, "..", "spoken") is var folder && Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    // Callers lie in artifacts/bin/<project>/<configuration>/, the program in artifacts/bin/Appliance/<configuration>/.
    private static DirectoryInfo Own => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string Bin => Own.Parent?.Parent?.FullName ?? Own.FullName;

    private static string Find()
    {
        var path = Path.Combine(Bin, "Appliance", Own.Name, Assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built: build the solution first.", path);
    }
}

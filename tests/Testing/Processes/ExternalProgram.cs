using System.ComponentModel;
using System.Diagnostics;

namespace Switchhook.Testing.Processes;

/// <summary>Runs a program of the distribution with bytes as its input, and gives its output.</summary>
public static class ExternalProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs to the end; the output is what the program wrote to standard output.</summary>
    /// <exception cref="InvalidOperationException">The program is not installed, fails, or does not end in time.</exception>
    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var complaining = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(input, limit.Token);
            process.StandardInput.Close();
            await reading;
            var complaint = await complaining;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? output.ToArray()
                : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {complaint}");
        }
        catch (OperationCanceledException error)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {Limit.TotalSeconds} s.", error);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException(
                $"{start.FileName} does not start: {error.Message}. Install it; ./appliance test does.", error);
        }
    }
}

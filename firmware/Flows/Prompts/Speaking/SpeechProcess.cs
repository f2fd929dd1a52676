using System.ComponentModel;
using System.Diagnostics;

namespace Switchhook.Flows.Prompts.Speaking;

/// <summary>Runs a program that speaks as a process of its own.</summary>
public sealed class SpeechProcess(TimeProvider time) : ISpeechCommand
{
    /// <summary>Of what it writes, so much is told.</summary>
    private const int MostComplaint = 300;

    /// <inheritdoc/>
    public async Task RunAsync(IReadOnlyList<string> words, TimeSpan limit, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancel);
        try
        {
            process.StandardInput.Close();
            var output = BeginningOfAsync(process.StandardOutput, either.Token);
            var complaint = await BeginningOfAsync(process.StandardError, either.Token);
            _ = await output;
            await process.WaitForExitAsync(either.Token);
            if (process.ExitCode != 0)
            {
                throw new SpeechException($"{words[0]} ended with code {process.ExitCode}: {complaint}");
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SpeechException($"{words[0]} did not finish within {limit.TotalSeconds:0} s.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // All of it is read, so that the program does not stand still; only the beginning is kept.
    private static async Task<string> BeginningOfAsync(StreamReader output, CancellationToken cancel)
    {
        var block = new char[1024];
        var beginning = "";
        int count;
        while ((count = await output.ReadAsync(block, cancel)) > 0)
        {
            var room = MostComplaint - beginning.Length;
            beginning += new string(block, 0, Math.Min(count, Math.Max(0, room)));
        }

        return string.Concat(beginning.Select(one => char.IsControl(one) ? ' ' : one)).Trim();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new SpeechException($"{start.FileName} did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new SpeechException($"The program {start.FileName} cannot be started: {missing.Message}", missing);
        }
    }
}

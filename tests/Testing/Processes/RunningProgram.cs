using System.ComponentModel;
using System.Diagnostics;
using Switchhook.Testing.Interop;

namespace Switchhook.Testing.Processes;

/// <summary>A program of the distribution that runs beside a test, and never outlives it: disposing kills it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly OutputTail _output = new();

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>True until it ended.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public string Output => _output.ToString();

    /// <summary>Starts a program with its standard input closed.</summary>
    /// <param name="program">Its name, found by the search path.</param>
    /// <param name="arguments">One an element; no shell comes between.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static RunningProgram Start(string program, IEnumerable<string> arguments, string folder)
    {
        var running = new RunningProgram(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        try
        {
            running._process.Start();
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException(
                $"{program} does not start: {error.Message}. Install it; ./appliance test does.", error);
        }

        running._process.StandardInput.Close();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code, or null when the limit came first; the program still runs then.</returns>
    public async Task<int?> EndsWithinAsync(TimeSpan limit, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            await _process.WaitForExitAsync(either.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Asks it to end by a signal of its own (SIGUSR1), as sipp does when its last call is over.</summary>
    public void AskToFinish() => PosixSignal.SendUser1(_process);

    /// <summary>Asks it to end (SIGTERM).</summary>
    public void AskToEnd() => PosixSignal.SendTerminate(_process);

    /// <summary>Kills it if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Add(line);
        }
    }
}

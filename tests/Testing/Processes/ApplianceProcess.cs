using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Switchhook.Testing.Interop;
using Switchhook.Testing.Sip;

namespace Switchhook.Testing.Processes;

/// <summary>
/// The real daemon as a process of its own, on a free loopback port, with data of its own. It can be killed and started again on the same
/// data and port, as after a power cut.
/// </summary>
public sealed partial class ApplianceProcess : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(2);

    private readonly ApplianceSettings _settings;
    private readonly OutputTail _output = new();
    private Process? _process;

    private ApplianceProcess(ApplianceSettings settings)
    {
        _settings = settings;
        DataFolder = settings.DataFolder ?? Directory.CreateTempSubdirectory("switchhook-").FullName;
        Sip = new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Take());
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}"), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Where the box keeps its data.</summary>
    public string DataFolder { get; }

    /// <summary>A client of the box's web address.</summary>
    public HttpClient Http { get; }

    /// <summary>Where the box takes SIP by UDP and TCP; by TLS on the port above.</summary>
    public IPEndPoint Sip { get; }

    /// <summary>The web address.</summary>
    public Uri Address => Http.BaseAddress!;

    /// <summary>The process id of the running daemon.</summary>
    /// <exception cref="InvalidOperationException">The daemon does not run.</exception>
    public int Id => Running().Id;

    /// <summary>True while the daemon runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The last lines that the daemon wrote, over all its starts.</summary>
    public string Output => _output.ToString();

    /// <summary>The claim code that the daemon printed last; null while it has printed none.</summary>
    public string? ClaimCode => Claim().Matches(Output).LastOrDefault()?.Groups["code"].Value;

    /// <summary>Starts the daemon and waits until <c>/health</c> answers.</summary>
    /// <exception cref="ApplianceFailedException">It ended or did not answer in time; the message holds what it wrote.</exception>
    public static async Task<ApplianceProcess> StartAsync(ApplianceSettings settings, CancellationToken ct)
    {
        var appliance = new ApplianceProcess(settings);
        try
        {
            await appliance.StartAgainAsync(ct);
            return appliance;
        }
        catch
        {
            await appliance.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the daemon again after it was killed or stopped: same data, same address.</summary>
    /// <exception cref="ApplianceFailedException">It ended or did not answer in time; the message holds what it wrote.</exception>
    public async Task StartAgainAsync(CancellationToken ct)
    {
        if (IsRunning)
        {
            throw new InvalidOperationException("The daemon runs already: kill or stop it first.");
        }

        _process?.Dispose();
        _process = ApplianceProgram.Start(Arguments(), _output.Add);
        await WaitUntilHealthyAsync(ct);
    }

    /// <summary>Ends the daemon at once and unasked (SIGKILL), as a power cut does, and waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        var process = Running();
        process.Kill();
        await process.WaitForExitAsync(ct);
    }

    /// <summary>Asks the daemon to end (SIGTERM) and returns its exit code.</summary>
    /// <exception cref="ApplianceFailedException">It did not end in time; it is killed then.</exception>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        var process = Running();
        PosixSignal.SendTerminate(process);
        using var limit = new CancellationTokenSource(_settings.StopLimit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await KillAsync(ct);
            throw new ApplianceFailedException($"The daemon did not stop within {_settings.StopLimit.TotalSeconds} s.", Output);
        }
    }

    /// <summary>Runs another command of the program on this box's data to its end: <c>token create NAME</c>, for example.</summary>
    /// <param name="arguments">The command and what belongs to it.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="input">What it reads from its standard input.</param>
    public Task<CommandResult> RunCommandAsync(IReadOnlyList<string> arguments, CancellationToken ct, string input = "") =>
        ApplianceProgram.RunAsync([.. arguments, "--data", DataFolder], ct, input);

    /// <summary>Kills the daemon if it still runs, and deletes its data unless the settings named the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _process = null;
        Http.Dispose();
        if (_settings.DataFolder is null && Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    private List<string> Arguments()
    {
        List<string> arguments = ["run", "--data", DataFolder, "--http", Address.Authority, "--sip", $"{Sip}"];
        if (_settings.SiteFile is { } site)
        {
            arguments.AddRange(["--site", site]);
        }

        if (_settings.UseSpoken && ApplianceProgram.Spoken is { } spoken)
        {
            arguments.AddRange(["--spoken", spoken]);
        }

        arguments.AddRange(_settings.MoreArguments);
        return arguments;
    }

    private async Task WaitUntilHealthyAsync(CancellationToken ct)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!await IsHealthyAsync(ct) || IsSpeaking)
        {
            if (!IsRunning)
            {
                await _process!.WaitForExitAsync(ct);
                throw new ApplianceFailedException($"The daemon ended with exit code {_process.ExitCode} before it answered.", Output);
            }

            if (time.GetElapsedTime(started) > _settings.StartLimit)
            {
                throw new ApplianceFailedException(
                    $"{Address}health did not answer, or not all was spoken, within {_settings.StartLimit.TotalSeconds} s.", Output);
            }

            await Task.Delay(PollInterval, time, ct);
        }
    }

    // The daemon serves before all its sentences are spoken; a test wants to hear them.
    private bool IsSpeaking =>
        _settings.WaitForSpeech
        && Output.LastIndexOf(" sentences are still being spoken", StringComparison.Ordinal)
            > Output.LastIndexOf("All sentences are spoken", StringComparison.Ordinal);

    private async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(ProbeLimit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            using var answer = await Http.GetAsync(new Uri("health", UriKind.Relative), either.Token);
            return answer.IsSuccessStatusCode && IsRunning;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private Process Running() =>
        _process is { HasExited: false } process
            ? process
            : throw new InvalidOperationException($"The daemon does not run. It wrote:\n{Output}");

    // Free now; the daemon takes it a moment later, and says so if another was faster.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"the claim code (?<code>\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Claim();
}

using System.Net;
using System.Net.Sockets;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Sound;

namespace Switchhook.Testing.Sip.Baresip;

/// <summary>
/// A phone played by baresip, a process of its own with all its files in a folder of its own. Several may run at once. Disposing kills it
/// and removes the folder.
/// </summary>
public sealed class BaresipPhone : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan EventLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly BaresipSettings _settings;
    private readonly BaresipPorts _ports;
    private readonly TempFolder _folder = new();
    private RunningProgram? _program;
    private BaresipControl? _control;

    private BaresipPhone(BaresipSettings settings) => (_settings, _ports) = (settings, BaresipPorts.Take());

    /// <summary>Where it takes SIP over UDP and TCP.</summary>
    public IPEndPoint Endpoint => new(IPAddress.Loopback, _ports.Sip);

    /// <summary>Where it takes SIP over TLS, if it has a certificate.</summary>
    public IPEndPoint TlsEndpoint => new(IPAddress.Loopback, _ports.Sip + 1);

    /// <summary>Its address for a call without a server between.</summary>
    public string Uri => $"sip:{_settings.User}@{Endpoint}";

    /// <summary>The process id.</summary>
    public int Id => Program.Id;

    /// <summary>The last lines that it wrote: each SIP message is there.</summary>
    public string Output => _program?.Output ?? "";

    /// <summary>What happened and was not waited for, oldest first.</summary>
    public IReadOnlyList<BaresipEvent> Events => Control.Events;

    private RunningProgram Program => _program ?? throw new InvalidOperationException("baresip was not started.");

    private BaresipControl Control => _control ?? throw new InvalidOperationException("baresip was not started.");

    /// <summary>Starts it; it may not have registered yet (<see cref="RegisteredAsync"/>).</summary>
    /// <exception cref="BaresipFailedException">It did not start.</exception>
    public static async Task<BaresipPhone> StartAsync(BaresipSettings settings, CancellationToken ct = default)
    {
        var phone = new BaresipPhone(settings);
        try
        {
            await BaresipFiles.WriteAsync(phone._folder, settings, phone._ports);

            // Should the test itself be killed, baresip ends by -t.
            phone._program = RunningProgram.Start(
                "baresip", ["-f", phone._folder.Path, "-s", "-t", $"{(int)settings.Limit.TotalSeconds}"], phone._folder.Path);
            await phone.ConnectAsync(ct);
            await phone.CommandAsync("uanew", BaresipFiles.Account(settings, phone._ports), ct);
            return phone;
        }
        catch
        {
            await phone.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives a command by baresip's own name, and returns what it tells.</summary>
    /// <exception cref="BaresipFailedException">It refuses, or does not answer in time.</exception>
    public async Task<string> CommandAsync(string command, string parameters = "", CancellationToken ct = default)
    {
        var (isOk, text) = await InTimeAsync($"did not answer to {command}", CommandLimit, limited =>
            Control.CommandAsync(command, parameters, limited), ct);
        return isOk ? text : throw Failure($"refused '{command} {parameters}': {text}");
    }

    /// <summary>Waits until it has registered.</summary>
    /// <exception cref="BaresipFailedException">It was refused, or not answered in time.</exception>
    public async Task RegisteredAsync(CancellationToken ct = default)
    {
        var done = await NextAsync(one => one.Kind is BaresipEventKind.RegisterOk or BaresipEventKind.RegisterFail, "registered", null, ct);
        if (done.Kind == BaresipEventKind.RegisterFail)
        {
            throw Failure($"could not register: {done.Detail}");
        }
    }

    /// <summary>Calls someone: a number, by the server, or an address.</summary>
    public Task DialAsync(string target, CancellationToken ct = default) => CommandAsync("dial", target, ct);

    /// <summary>Answers the call that rings.</summary>
    public Task AcceptAsync(CancellationToken ct = default) => CommandAsync("accept", ct: ct);

    /// <summary>Hangs up the present call, or refuses the one that rings.</summary>
    public Task HangUpAsync(CancellationToken ct = default) => CommandAsync("hangup", ct: ct);

    /// <summary>Holds the present call.</summary>
    public Task HoldAsync(CancellationToken ct = default) => CommandAsync("hold", ct: ct);

    /// <summary>Takes the held call back.</summary>
    public Task ResumeAsync(CancellationToken ct = default) => CommandAsync("resume", ct: ct);

    /// <summary>Sends the other end of the present call to another target, without asking there (REFER).</summary>
    public Task TransferAsync(string target, CancellationToken ct = default) => CommandAsync("transfer", target, ct);

    /// <summary>Presses a key: 0–9, *, # or A–D; it goes as an event of RFC 4733 and stays down for about 0.25 s.</summary>
    public Task PressAsync(char key, CancellationToken ct = default) => CommandAsync("sndcode", $"{key}", ct);

    /// <summary>Waits for something to happen; takes the oldest of its kind that was not waited for yet.</summary>
    /// <exception cref="BaresipFailedException">It did not happen in time; the limit is 10 s unless given.</exception>
    public Task<BaresipEvent> NextAsync(BaresipEventKind kind, TimeSpan? limit = null, CancellationToken ct = default) =>
        NextAsync(one => one.Kind == kind, $"{kind}", limit, ct);

    /// <summary>Ends it as its owner would: it hangs up, unregisters, and completes its recordings.</summary>
    /// <exception cref="BaresipFailedException">It does not end in time.</exception>
    public async Task StopAsync(CancellationToken ct = default)
    {
        Program.AskToEnd();
        if (await Program.EndsWithinAsync(EventLimit, ct) is null)
        {
            throw Failure($"did not end within {EventLimit.TotalSeconds} s");
        }
    }

    /// <summary>
    /// What it heard in each call that is over, oldest first. It begins with the first packet, and a packet that did not come leaves no
    /// gap: so it tells no delay from mouth to ear, and each loss makes what follows come earlier.
    /// </summary>
    public IReadOnlyList<WavSound> Heard() => Recordings("dec");

    /// <summary>What it sent in each call that is over, oldest first.</summary>
    public IReadOnlyList<WavSound> Sent() => Recordings("enc");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_control is not null)
        {
            await _control.DisposeAsync();
        }

        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _folder.Dispose();
    }

    private Task<BaresipEvent> NextAsync(Func<BaresipEvent, bool> isWanted, string name, TimeSpan? limit, CancellationToken ct) =>
        InTimeAsync($"told no {name}", limit ?? EventLimit, limited => Control.TakeAsync(isWanted, limited), ct);

    private List<WavSound> Recordings(string kind) =>
    [
        .. Directory.EnumerateFiles(_folder.Path, $"dump-*-{kind}.wav")
            .OrderBy(File.GetLastWriteTimeUtc)
            .Select(path => WavSound.Read(File.ReadAllBytes(path))),
    ];

    private async Task ConnectAsync(CancellationToken ct)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (_control is null)
        {
            try
            {
                _control = await BaresipControl.ConnectAsync(_ports.Control, ct);
            }
            catch (SocketException) when (Program.IsRunning && time.GetElapsedTime(started) < StartLimit)
            {
                await Task.Delay(PollInterval, time, ct);
            }
            catch (SocketException)
            {
                throw Failure("did not start");
            }
        }
    }

    private async Task<T> InTimeAsync<T>(string complaint, TimeSpan limit, Func<CancellationToken, Task<T>> run, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            return await run(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Failure($"{complaint} within {limit.TotalSeconds} s");
        }
    }

    private BaresipFailedException Failure(string what) => new(
        $"baresip ({_settings.User}) {what}. Events not waited for: {string.Join("; ", _control?.Events ?? [])}\nIt wrote:\n{Output}");
}

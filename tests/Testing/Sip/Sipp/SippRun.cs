using System.Globalization;
using System.Net;
using Switchhook.Testing.Processes;

namespace Switchhook.Testing.Sip.Sipp;

/// <summary>One run of sipp, headless, with all its files in a folder of its own. Disposing kills it and removes the folder.</summary>
public sealed class SippRun : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    private readonly SippOptions _options;
    private readonly TempFolder _folder;
    private readonly RunningProgram _sipp;

    private SippRun(SippScenario scenario, SippOptions options)
    {
        _options = options;
        Endpoint = new IPEndPoint(options.Address, options.Port == 0 ? LoopbackPorts.Take() : options.Port);
        MediaPort = options.MediaPort == 0 ? LoopbackPorts.Take(4) : options.MediaPort;
        _folder = new TempFolder();
        try
        {
            File.WriteAllText(_folder.File("scenario.xml"), scenario.ToXml(Endpoint.Port));
            _sipp = RunningProgram.Start("sipp", Arguments(), _folder.Path);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    /// <summary>Where it takes SIP.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>Its port for RTP.</summary>
    public int MediaPort { get; }

    /// <summary>The process id.</summary>
    public int Id => _sipp.Id;

    /// <summary>True until it ended.</summary>
    public bool IsRunning => _sipp.IsRunning;

    /// <summary>What it did until now.</summary>
    public SippResult SoFar => SippFiles.Read(_folder.Path, 0);

    /// <summary>Runs a scenario to its end.</summary>
    /// <exception cref="SippFailedException">It did not start, or did not end in time.</exception>
    public static async Task<SippResult> RunAsync(SippScenario scenario, SippOptions options, CancellationToken ct = default)
    {
        await using var run = await StartAsync(scenario, options, ct);
        return await run.EndAsync(ct);
    }

    /// <summary>Starts a scenario. One that only answers has its port open then.</summary>
    /// <exception cref="SippFailedException">It did not start, or sipp does not take the scenario.</exception>
    public static async Task<SippRun> StartAsync(SippScenario scenario, SippOptions options, CancellationToken ct = default)
    {
        var run = new SippRun(scenario, options);
        try
        {
            await run.UntilStartedAsync(ct);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until all calls are over, and tells how they went.</summary>
    /// <exception cref="SippFailedException">It did not end in time; it is killed when this run is disposed.</exception>
    public async Task<SippResult> EndAsync(CancellationToken ct = default)
    {
        var exitCode = await _sipp.EndsWithinAsync(_options.Limit, ct);
        return exitCode is { } code
            ? SippFiles.Read(_folder.Path, code)
            : throw Failure($"sipp did not end within {_options.Limit.TotalSeconds} s.");
    }

    /// <summary>Waits until the scenario has logged so many lines: it has come to a place where a test waits for it.</summary>
    /// <exception cref="SippFailedException">It did not come there in time.</exception>
    public async Task UntilLoggedAsync(int lines, CancellationToken ct = default)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (SippFiles.Read(_folder.Path, -1).Log.Count < lines)
        {
            if (!_sipp.IsRunning || time.GetElapsedTime(started) > _options.Limit)
            {
                throw Failure($"sipp did not log {lines} lines.");
            }

            await Task.Delay(PollInterval, time, ct);
        }
    }

    /// <summary>Lets it finish the calls that there are, and take no new one: the end of a run without a number of calls.</summary>
    /// <exception cref="SippFailedException">It did not end in time.</exception>
    public Task<SippResult> FinishAsync(CancellationToken ct = default)
    {
        _sipp.AskToFinish();
        return EndAsync(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sipp.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Waits until it has opened a port.</summary>
    internal async Task UntilOpenAsync(int port, bool isTcp, CancellationToken ct)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!LoopbackPorts.IsOpen(port, isTcp) && _sipp.IsRunning)
        {
            if (time.GetElapsedTime(started) > StartLimit)
            {
                throw Failure($"sipp did not open port {port} within {StartLimit.TotalSeconds} s.");
            }

            await Task.Delay(PollInterval, time, ct);
        }
    }

    // A caller over TCP listens nowhere; that it was started well, its result tells.
    private async Task UntilStartedAsync(CancellationToken ct)
    {
        var isTcp = _options.Transport is SippTransport.Tcp or SippTransport.TcpPerCall;
        if (_options.Remote is null || !isTcp)
        {
            await UntilOpenAsync(Endpoint.Port, isTcp, ct);
        }

        if (await _sipp.EndsWithinAsync(TimeSpan.Zero, ct) is > 1 and var code)
        {
            throw Failure($"sipp ended at once, with {code}.");
        }
    }

    private SippFailedException Failure(string what) =>
        new($"{what} {SippFiles.Read(_folder.Path, -1)}\n{_sipp.Output}");

    private List<string> Arguments()
    {
        var invariant = CultureInfo.InvariantCulture;
        List<string> arguments =
        [
            _options.Remote?.ToString() ?? IPAddress.Loopback.ToString(), "-sf", "scenario.xml", "-nostdin",
            "-i", Endpoint.Address.ToString(), "-bind_local", "-p", Endpoint.Port.ToString(invariant),
            "-mi", Endpoint.Address.ToString(), "-mp", MediaPort.ToString(invariant),
            "-t", Transport(), "-s", _options.Service, "-cid_str", "%u-%p-%s",
            "-r", ((int)Math.Round(_options.Rate * 1000)).ToString(invariant), "-rp", "1000000",
            "-d", Milliseconds(_options.TalkTime), "-recv_timeout", Milliseconds(_options.ReceiveLimit),

            // Should the test itself be killed, sipp ends by this.
            "-timeout", ((int)_options.Limit.TotalSeconds + 2).ToString(invariant), "-timeout_error",
            "-trace_stat", "-stf", SippFiles.Statistics, "-fd", "1", "-trace_err", "-error_file", SippFiles.Errors,
            "-trace_logs", "-log_file", SippFiles.Log,
        ];
        Add(_options.Calls is not null, "-m", $"{_options.Calls}");
        Add(_options.MaxConcurrent is not null, "-l", $"{_options.MaxConcurrent}");
        Add(_options.User is not null, "-au", _options.User ?? "", "-ap", _options.Password);
        Add(_options.EchoRtp, "-rtp_echo");
        Add(_options.TraceMessages, "-trace_msg", "-message_file", SippFiles.Messages);
        Add(_options.TraceResponseTimes, "-trace_rtt", "-rtt_freq", "1");
        if (_options.Rows.Count > 0)
        {
            File.WriteAllLines(_folder.File("rows.csv"), ["SEQUENTIAL", .. _options.Rows.Select(row => string.Join(';', row) + ';')]);
            arguments.AddRange(["-inf", "rows.csv"]);
        }

        arguments.AddRange(_options.Keys.SelectMany(key => new[] { "-key", key.Key, key.Value }));
        arguments.AddRange(_options.MoreArguments);
        return arguments;

        void Add(bool wanted, params string[] more)
        {
            if (wanted)
            {
                arguments.AddRange(more);
            }
        }
    }

    private string Transport() => _options.Transport switch
    {
        SippTransport.Udp => "u1",
        SippTransport.UdpPerCall => "un",
        SippTransport.Tcp => "t1",
        SippTransport.TcpPerCall => "tn",
    };

    private static string Milliseconds(TimeSpan time) => ((int)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}

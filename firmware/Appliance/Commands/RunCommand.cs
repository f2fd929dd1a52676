using System.CommandLine;
using Microsoft.Extensions.Logging;
using Switchhook.Appliance.Hosting;
using Switchhook.Audio.Interop;

namespace Switchhook.Appliance.Commands;

/// <summary><c>run</c>: starts the box and serves until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var site = new Option<FileInfo?>("--site")
        {
            Description = "The site file. Default: site.yaml in the data folder, at the first start a copy of the demo site.",
        };
        var data = CommonOptions.Data();
        var http = CommonOptions.Http();
        var https = CommonOptions.Https();
        var sip = CommonOptions.Sip();
        var spoken = new Option<DirectoryInfo?>("--spoken")
        {
            HelpName = "DIR",
            Description = "Folder of sentences that were spoken before (see speak), so that a first start need not speak them.",
        };
        var command = new Command("run", "Start the box.") { site, data, http, https, sip, spoken };
        command.SetAction((parsed, cancel) => RunAsync(
            new BoxOptions(
                parsed.GetValue(site)?.FullName, parsed.GetValue(data)!.FullName, parsed.GetValue(http)!, parsed.GetValue(sip)!)
            {
                Https = parsed.GetValue(https),
                Spoken = parsed.GetValue(spoken)?.FullName,
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(BoxOptions options, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        List<string> missing = [.. NativeLibraries.Missing(), .. Sip.Interop.NativeLibraries.Missing()];
        if (missing.Count > 0)
        {
            await errors.WriteLineAsync(
                $"Debian packages are missing: {string.Join(", ", missing)}. Install them with apt-get, or use ./appliance run.");
            return ExitCode.Failed;
        }

        using var log = new BoxLog(options.Data, TimeProvider.System);
        options = options with { Log = log };
        using var logs = LoggerFactory.Create(builder => builder.AddSimpleConsole(console => console.SingleLine = true)
            .AddProvider(log)
            .SetMinimumLevel(LogLevel.Warning)

            // It warns of each page with a form that such pages are not cached: none of ours is.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)

            // It warns that its keys are not encrypted: they lie in the data folder, which only the box's own user can read.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)

            // It writes a line for each connection above the limit: who attacks must not fill the disk with them.
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error));
        try
        {
            while (await ServeAsync(options, logs, output, cancel) is not (null or StopReason.PowerEnds))
            {
                await output.WriteLineAsync("Starting again.");
            }

            return ExitCode.Ok;
        }
        catch (BoxException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Ok;
        }
    }

    // Null when the box was told to stop from outside.
    private static async Task<StopReason?> ServeAsync(BoxOptions options, ILoggerFactory logs, TextWriter output, CancellationToken cancel)
    {
        await using var box = await Box.StartAsync(options, logs, output.WriteLine, cancel);
        await GreetAsync(box, output);
        StopReason? reason = await Task.WhenAny(UntilStoppedAsync(cancel), box.StopWanted) == box.StopWanted ? await box.StopWanted : null;
        if (reason is StopReason.RestartWithoutAccess)
        {
            box.ForgetAccess();
        }

        await output.WriteLineAsync(reason is StopReason.PowerEnds ? "The battery is nearly empty: stopping." : "Stopping.");
        return reason;
    }

    private static async Task GreetAsync(Box box, TextWriter output)
    {
        await output.WriteLineAsync($"Switchhook {Box.Version} serves {string.Join(" and ", box.Addresses)}, SIP on {box.SipAddress}");
        if (box.ClaimCode is { } code)
        {
            await output.WriteLineAsync($"First start: open the page and type the claim code {code}");
        }

        if (box.Authority is { } authority && box.Addresses.Count > 1)
        {
            await output.WriteLineAsync($"Certificate authority {authority.Name}, to trust in browsers; SHA-256 {authority.Fingerprint}");
            if (authority.Trouble is { } trouble)
            {
                await output.WriteLineAsync(trouble);
            }
        }

        await output.WriteLineAsync("Ctrl-C stops the box.");
        await output.FlushAsync();
    }

    private static async Task UntilStoppedAsync(CancellationToken cancel)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancel.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}

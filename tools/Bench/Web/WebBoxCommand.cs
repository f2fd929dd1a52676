using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Switchhook.Appliance.Hosting;
using Switchhook.Audio.Engine;
using Switchhook.Testing.Processes;

namespace Switchhook.Bench.Web;

/// <summary>
/// <c>web-box</c>: the box that <c>web</c> looks at, in a process of its own so that its readers do not stand in its heap. Says
/// <c>ready</c>; then each line <c>measure SECONDS</c> on its input is answered with <see cref="BoxFigures"/> as a line of JSON. Ends with
/// its input.
/// </summary>
internal static class WebBoxCommand
{
    /// <summary>What it says when it takes calls.</summary>
    public const string Ready = "ready";

    /// <summary>The command, which is not shown: it is no use without <c>web</c>.</summary>
    public static Command Create()
    {
        var site = new Argument<string>("site");
        var data = new Argument<string>("data");
        var http = new Argument<int>("http");
        var sip = new Argument<int>("sip");
        var command = new Command("web-box", "Serve the command web.") { site, data, http, sip };
        command.Hidden = true;
        command.SetAction((parsed, cancel) => ServeAsync(
            new BoxOptions(
                parsed.GetValue(site),
                parsed.GetValue(data)!,
                new IPEndPoint(IPAddress.Loopback, parsed.GetValue(http)),
                new IPEndPoint(IPAddress.Loopback, parsed.GetValue(sip))),
            Console.In,
            parsed.InvocationConfiguration.Output,
            cancel));
        return command;
    }

    private static async Task<int> ServeAsync(BoxOptions options, TextReader input, TextWriter output, CancellationToken cancel)
    {
        await using var box = await Box.StartAsync(options, NullLoggerFactory.Instance, _ => { }, cancel);
        await TellAsync(output, Ready);
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            if (line.Split(' ') is ["measure", var words] && int.TryParse(words, CultureInfo.InvariantCulture, out var seconds))
            {
                var figures = await MeasureAsync(box.Clock!, TimeSpan.FromSeconds(seconds), cancel);
                await TellAsync(output, JsonSerializer.Serialize(figures));
            }
        }

        return 0;
    }

    private static async Task<BoxFigures> MeasureAsync(MediaClock clock, TimeSpan duration, CancellationToken cancel)
    {
        var before = ProcessCost.Of(Environment.ProcessId);
        clock.ResetStatistics();
        var (collections, paused, allocated) = (GC.CollectionCount(0), GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        await Task.Delay(duration, TimeProvider.System, cancel);
        var late = clock.Lateness;
        var cost = ProcessCost.Of(Environment.ProcessId).Since(before);

        (collections, paused, allocated) = (
            GC.CollectionCount(0) - collections, GC.GetTotalPauseDuration() - paused, GC.GetTotalAllocatedBytes() - allocated);

        // After the measuring: a full collection stops everything for a while.
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        return new BoxFigures(
            late.Ticks,
            late.Median.TotalMilliseconds,
            late.P99.TotalMilliseconds,
            late.P999.TotalMilliseconds,
            late.Max.TotalMilliseconds,
            late.OverOneBlock,
            cost.Processor / duration,
            heap,
            cost.ResidentBytes,
            collections,
            paused.TotalMilliseconds,
            allocated);
    }

    private static async Task TellAsync(TextWriter output, string line)
    {
        await output.WriteLineAsync(line);
        await output.FlushAsync();
    }
}

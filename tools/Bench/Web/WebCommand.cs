using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Switchhook.Bench.Web;

/// <summary><c>web</c>: what open pages cost a box full of calls, and how soon a page stands.</summary>
internal static class WebCommand
{
    // The house's promise: with the pages open, 99.9 % of the ticks come at most this much later than without.
    private const double AllowedGrowth = 1.0;

    // With two connections each and those of the calls, what the box lets one address have.
    private const int MostViewers = 60;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var calls = Number("--calls", "Calls at once.", 200, 20, 200);
        var viewers = Number("--viewers", "Open live pages.", 50, 1, MostViewers);
        var seconds = Number("--seconds", "How long each look lasts.", 30, 5, 600);
        var rounds = Number("--rounds", "How often both are looked at: without pages and with.", 3, 1, 20);
        var command = new Command("web", "Live pages open beside many calls: how late the 20 ms clock is, memory, first paint.")
        {
            calls, viewers, seconds, rounds,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var load = new Load(
                parsed.GetValue(calls),
                parsed.GetValue(viewers),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(rounds));
            await using (var quiet = await BoxChild.StartAsync(WebSite.Of(load.Calls), cancel))
            {
                await output.WriteLineAsync($"First page of a box with {load.Calls} lines and telephones, at rest:");
                await new FirstPaint(output).RunAsync(quiet, cancel);
            }

            return await MeasureAsync(load, output, cancel) ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> MeasureAsync(Load load, TextWriter output, CancellationToken cancel)
    {
        await using var box = await BoxChild.StartAsync(WebSite.Of(load.Calls), cancel);
        GiveWay();
        var key = box.MakeKey();
        using var client = box.Client(key);
        var traffic = new Traffic(client, load.Calls);
        await traffic.ConnectAllAsync(cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var changing = traffic.ChangeAsync(end.Token);
        await output.WriteLineAsync(
            $"""

            {load.Calls} recorded calls, one a second ends and one begins; the {load.Viewers} pages are read on
            the same {Environment.ProcessorCount} cores, by programs that give way to the box.

                          lateness: median     p99    p99.9      max  over 20 ms  cores  heap MiB   RSS MiB  collections  ms each  MiB/s
            """);
        List<BoxFigures> without = [], with = [];
        for (var round = 0; round < load.Rounds; round++)
        {
            without.Add(await LookAsync(box, load, viewers: 0, key, output, cancel));
            with.Add(await LookAsync(box, load, load.Viewers, key, output, cancel));
        }

        var talking = await traffic.TalkingAsync(cancel);
        await end.CancelAsync();
        try
        {
            // What broke off the calls before their time is a fault of the measurement.
            await changing;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // They were told to end.
        }

        var growth = Middle(with, figures => figures.P999) - Middle(without, figures => figures.P999);
        var heap = Middle(with, figures => figures.Heap) - Middle(without, figures => figures.Heap);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""

            p99.9 with pages against without   {growth:+0.00;-0.00} ms (middle of {load.Rounds}; allowed {AllowedGrowth:0.00})
            heap for each open page            {heap / load.Viewers / 1024:0.0} KiB
            calls that talk at the end         {talking} (at least {traffic.LeastTalking})
            """));
        return growth < AllowedGrowth && talking >= traffic.LeastTalking;
    }

    // Who reads the pages sits at another machine, and does not keep the box from its cores.
    private static void GiveWay()
    {
        using var self = Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.Idle;
    }

    private static async Task<BoxFigures> LookAsync(
        BoxChild box, Load load, int viewers, string key, TextWriter output, CancellationToken cancel)
    {
        List<Viewer> open = [];
        try
        {
            foreach (var _ in Enumerable.Range(0, viewers))
            {
                open.Add(await Viewer.OpenAsync(box.Client(key), cancel));
            }

            await Task.Delay(WarmUp, TimeProvider.System, cancel);
            var figures = await box.MeasureAsync(load.Duration, cancel);
            await output.WriteLineAsync(Row(viewers, figures));
            if (open.Count(viewer => viewer.Fetches.Count == 0) is > 0 and var blind)
            {
                throw new InvalidOperationException($"{blind} of the {viewers} pages were told of no change.");
            }

            if (open.SelectMany(viewer => viewer.Fetches).Order().ToList() is { Count: > 0 } fetches)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                                {fetches.Count} parts fetched, {open.Sum(viewer => viewer.Bytes) / fetches.Count / 1024.0:0.0} KiB each;
                                each took {fetches[fetches.Count / 2]:0.0} ms (median), {fetches[fetches.Count * 99 / 100]:0.0} ms (p99)
                    """));
            }

            return figures;
        }
        finally
        {
            foreach (var viewer in open)
            {
                await viewer.DisposeAsync();
            }
        }
    }

    private static string Row(int viewers, BoxFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{viewers,3} pages     {figures.Median,14:0.00} {figures.P99,7:0.00} {figures.P999,8:0.00} {figures.Max,8:0.00} "
        + $"{figures.OverOneBlock,11} "
        + $"{figures.Cores,6:0.00} {figures.Heap / 1048576.0,9:0.0} {figures.Resident / 1048576.0,9:0.0} {figures.Collections,12} "
        + $"{figures.Pause / Math.Max(1, figures.Collections),8:0.0} {figures.Allocated / 1048576.0 / (figures.Ticks * 0.02),6:0.0}");

    private static double Middle(List<BoxFigures> looks, Func<BoxFigures, double> figure) =>
        looks.Select(figure).Order().ElementAt(looks.Count / 2);

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most)
            {
                result.AddError($"{name} takes {least} to {most}.");
            }
        });
        return option;
    }

    private sealed record Load(int Calls, int Viewers, TimeSpan Duration, int Rounds);
}

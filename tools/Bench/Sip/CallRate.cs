using System.Globalization;
using System.Runtime.CompilerServices;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Load;

namespace Switchhook.Bench.Sip;

/// <summary>How many calls a second the daemon sets up and takes down, and what a call costs.</summary>
internal sealed class CallRate(TextWriter output)
{
    private const int Phones = LoadSite.PhonesPerTrunk;
    private const double Growth = 1.5;
    private const double Precision = 1.1;
    private const double Most = 5000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(8);

    /// <summary>Measures and prints; false when a call failed at the rate that must hold.</summary>
    public async Task<bool> RunAsync(int rate, TimeSpan duration, bool searches, CancellationToken cancel)
    {
        await output.WriteLineAsync(Text(
            $"""
            Calls per second: a provider (trunk by address) calls {Phones} registered SIP phones through flow and hunt group, by UDP on the
            loopback; INVITE, 180, 200, ACK, BYE with SDP on both sides of the box, journal and call rows on disk. sipp at both ends.

            {"asked/s",8} {"calls",7} {"reached/s",9} {"failed",6} {"resent",6} {"CPU-s/1000",10} {"peak MB",7}  set up: median, p99
            """));
        await using (var box = await LoadBox.StartAsync(Phones, isRecording: false, cancel))
        {
            // What is compiled in the first seconds is no cost of calls.
            await CallLoad.RunAsync(box, rate, Shorter(WarmUp, duration), cancel);
            var threads = ProcessThreads.All(box.Id).ToDictionary(thread => thread.Name, thread => thread.Processor);
            var main = await TryAsync(box, rate, duration, cancel);
            var busiest = ProcessThreads.All(box.Id)
                .Select(thread => (thread.Name, Cost: thread.Processor - threads.GetValueOrDefault(thread.Name)))
                .OrderByDescending(thread => thread.Cost)
                .Take(5)
                .Select(thread => Text($"{thread.Name} {thread.Cost.TotalSeconds * 1000 / main.Callers.Successful:0.00}"));
            await output.WriteLineAsync($"         CPU-seconds per 1000 calls by thread: {string.Join(", ", busiest)}");
            var (atBox, atPhones) = main.Dropped;
            await output.WriteLineAsync(
                $"         dropped by the kernel: {atBox} before the box read them, {atPhones} before sipp's phones did");
            if (!main.Holds)
            {
                await output.WriteLineAsync($"callers: {main.Callers}\nphones: {main.Phones}\nthe box: {box.Output}");
                return false;
            }
        }

        if (searches)
        {
            await SearchAsync(rate, cancel);
        }

        return true;
    }

    // Each on a box of its own: calls stay in it for half a minute after their end, and one trial must not burden the next.
    private async Task SearchAsync(double held, CancellationToken cancel)
    {
        double? failed = null;
        while (failed is null ? held * Growth <= Most : failed / held > Precision)
        {
            var next = Math.Round(failed is null ? held * Growth : Math.Sqrt(held * failed.Value));
            await using var box = await LoadBox.StartAsync(Phones, isRecording: false, cancel);
            await CallLoad.RunAsync(box, held, Trial, cancel);
            if ((await TryAsync(box, next, Trial, cancel)).Holds)
            {
                held = next;
            }
            else
            {
                failed = next;
            }
        }

        await output.WriteLineAsync(Text(
            $"The highest rate without a failure, sipp on the same {Environment.ProcessorCount} cores: {held:0} calls a second."));
    }

    private async Task<CallFigures> TryAsync(LoadBox box, double rate, TimeSpan duration, CancellationToken cancel)
    {
        var figures = await CallLoad.RunAsync(box, rate, duration, cancel);
        var callers = figures.Callers;
        var setUp = callers.ResponseTimes.Count == 0
            ? "none"
            : Text($"{callers.ResponseTime(0.5).TotalMilliseconds:0} ms, {callers.ResponseTime(0.99).TotalMilliseconds:0} ms");
        var counts = Text($"{figures.Rate,8:0} {callers.Successful,7} {figures.RateReached,9:0.0} {figures.Failed,6}");
        var cost = Text($"{figures.Per1000.TotalSeconds,10:0.00} {figures.PeakBytes / 1048576.0,7:0}");
        await output.WriteLineAsync(Text($"{counts} {figures.Retransmissions,6} {cost}  {setUp}"));
        await output.FlushAsync(cancel);
        return figures;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string Text(DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}

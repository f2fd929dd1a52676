using System.Globalization;
using System.Runtime.CompilerServices;
using Switchhook.Bench.Rtp;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Load;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.Bench.Sip;

/// <summary>Many calls with sound at once: what a call costs, and how long a packet is under way, beside an echo in C.</summary>
internal sealed class CallsWithSound(TextWriter output)
{
    // Ports of the box, which does not run while the echo does.
    private static readonly int EchoPort = LoadSite.SoundPorts.First;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Measures and prints; false when calls were lost.</summary>
    public async Task<bool> RunAsync(IReadOnlyList<int> counts, TimeSpan duration, CancellationToken cancel)
    {
        var heads = $"{"of a core",9} {"per call",8} {"RSS MB",6} {"packets/s",9} {"lost",7} {"µs (all)",14} {"of C (all)",12}";
        await output.WriteLineAsync(
            $"""

            Calls with sound: SIP to SIP, G.711 in packets of 20 ms both ways, relayed packet by packet; when recorded, a tap
            hears them too. The load that sends and hears runs on the same {Environment.ProcessorCount} cores. µs: processor
            time of a packet, in and out, of the RTP thread (and of all of the daemon); of C: against the least that a program
            in C needs. Delay: from sending to return, the load's own in it.

            calls  {"",-12} {heads}  delay: median, p99
            """);
        using var load = new PacketLoad(LoopbackPorts.Take());
        using var echo = await EchoInC.CompileAsync(cancel);
        var holds = true;
        foreach (var calls in counts)
        {
            var reference = echo is null ? double.NaN : await EchoAsync(echo, load, calls, duration, cancel);
            holds &= await MeasureAsync(load, calls, isRecording: false, duration, reference, cancel);
            holds &= await MeasureAsync(load, calls, isRecording: true, duration, reference, cancel);
        }

        return holds;
    }

    private async Task<double> EchoAsync(EchoInC echo, PacketLoad load, int calls, TimeSpan duration, CancellationToken cancel)
    {
        LoadFigures? figures = null;
        var streams = load.To([.. Enumerable.Range(0, 2 * calls).Select(i => EchoPort + (2 * i))]);
        var cost = await echo.RunAsync(EchoPort, 2 * calls, () => figures = streams.Run(duration), cancel);
        var core = cost * figures!.Back / duration.TotalMicroseconds;
        await WriteAsync(
            Text($"{calls,5}  {"echo in C",-12} {Percent(core),9} {Percent(core / calls),8} {"",6}"),
            figures,
            duration,
            Text($"{cost,14:0.00} {"",12}"));
        return cost;
    }

    private async Task<bool> MeasureAsync(
        PacketLoad load, int calls, bool isRecording, TimeSpan duration, double reference, CancellationToken cancel)
    {
        var name = isRecording ? "recorded" : "relayed";
        try
        {
            await using var box = await LoadBox.StartAsync(calls, isRecording, cancel);
            var figures = await new MediaLoad(box, load).RunAsync(WarmUp, duration, cancel);
            var rtp = figures.RtpThread.TotalMicroseconds / figures.Packets.Back;
            var all = figures.Cost.Processor.TotalMicroseconds / figures.Packets.Back;
            var core = Text($"{Percent(figures.Cost.Processor / duration),9} {Percent(figures.CorePerCall),8}");
            await WriteAsync(
                Text($"{calls,5}  {name,-12} {core} {figures.Cost.ResidentBytes / 1048576.0,6:0}"),
                figures.Packets,
                duration,
                Text($"{Both(rtp, all),14} {Both(rtp / reference, all / reference),12}"));
            return true;
        }
        catch (SippFailedException fault)
        {
            await output.WriteLineAsync($"{calls,5}  {name,-12} {fault.Message}");
            return false;
        }
    }

    private async Task WriteAsync(string head, LoadFigures packets, TimeSpan duration, string cost)
    {
        var loss = Percent(Math.Max(0, 1 - ((double)packets.Back / packets.Sent)));
        var delay = Text($"{packets.MedianMicroseconds:0} µs, {packets.P99Microseconds:0} µs");
        await output.WriteLineAsync(Text($"{head} {packets.Back / duration.TotalSeconds,9:0} {loss,7} {cost}  {delay}"));
        await output.FlushAsync(CancellationToken.None);
    }

    private static string Both(double one, double all) => Text($"{one:0.00} ({all:0.00})");

    private static string Percent(double share) => Text($"{100 * share:0.00} %");

    private static string Text(DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}

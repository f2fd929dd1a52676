using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Simulator;

/// <summary>Sends what a simulated party hears, as it hears it, as a WAV file that ends when the party has gone.</summary>
/// <remarks>
/// 48 kHz and stereo, though it is telephone sound: Chromium (156, measured) begins to play a sound without an end only after 220 kB. At
/// 8 kHz mono these are 14 seconds; so it is one, and that is sent at once of what was heard before.
/// </remarks>
internal static class LiveSound
{
    /// <summary>Frames that are made of one sample.</summary>
    public const int FramesOfSample = 6;

    /// <summary>Both channels are the same.</summary>
    public const int Channels = 2;

    private const int TelephoneRate = 8000;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(2);

    /// <summary>Sends until nothing was heard for two seconds, or the listener leaves.</summary>
    public static async Task SendAsync(
        HttpContext context, ISimulatorDriver driver, SimulatedParty party, TimeProvider time, CancellationToken end)
    {
        var body = context.Response.Body;
        context.Response.ContentType = "audio/wav";
        await body.WriteAsync(WavFile.HeadOfEndless(TelephoneRate * FramesOfSample, Channels), end);
        var part = driver.HeardAfter(party, default);
        var samples = part.Samples[Math.Max(0, part.Samples.Length - TelephoneRate)..];
        var (heardLast, before) = (time.GetTimestamp(), (short)0);
        while (samples.Length > 0 || time.GetElapsedTime(heardLast) < Gone)
        {
            if (samples.Length > 0)
            {
                heardLast = time.GetTimestamp();
                await body.WriteAsync(Widen(samples.Span, before), end);
                await body.FlushAsync(end);
                before = samples.Span[^1];
            }

            await Task.Delay(Step, time, end);
            part = driver.HeardAfter(party, part.End);
            samples = part.Samples;
        }
    }

    // Straight lines between the samples; the last frame of six is the sample itself.
    private static byte[] Widen(ReadOnlySpan<short> samples, short before)
    {
        var bytes = new byte[samples.Length * FramesOfSample * Channels * sizeof(short)];
        var frames = MemoryMarshal.Cast<byte, short>(bytes.AsSpan());
        var at = 0;
        foreach (var sample in samples)
        {
            for (var step = 1; step <= FramesOfSample; step++)
            {
                var value = (short)(before + ((sample - before) * step / FramesOfSample));
                frames[at++] = value;
                frames[at++] = value;
            }

            before = sample;
        }

        return bytes;
    }
}

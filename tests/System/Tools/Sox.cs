using System.Runtime.InteropServices;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Tools;

/// <summary>Sound between samples of 8 kHz in memory and what other programs read and write, by way of sox.</summary>
internal static class Sox
{
    private static readonly string[] Raw = ["-t", "raw", "-r", "8000", "-e", "signed", "-b", "16", "-c", "1"];

    /// <summary>Makes sound by sox' own generators.</summary>
    /// <param name="effects">Effects, such as <c>synth 1 sine 440</c>, word by word.</param>
    public static async Task<short[]> MakeAsync(params string[] effects) =>
        Samples(await ExternalProgram.RunAsync("sox", ["-V1", "-D", "-n", .. Raw, "-", .. effects]));

    /// <summary>Reads a WAV file in memory, at any rate.</summary>
    public static async Task<short[]> ReadWavAsync(ReadOnlyMemory<byte> wav) =>
        Samples(await ExternalProgram.RunAsync("sox", ["-V1", "-D", "-G", "-t", "wav", "-", .. Raw, "-"], wav));

    /// <summary>Reads one channel, from 1, of a WAV file in memory.</summary>
    public static async Task<short[]> ReadChannelAsync(ReadOnlyMemory<byte> wav, int channel) =>
        Samples(await ExternalProgram.RunAsync("sox", ["-V1", "-D", "-t", "wav", "-", .. Raw, "-", "remix", $"{channel}"], wav));

    /// <summary>What ITU-T G.711 leaves of a sound: encoded and decoded once.</summary>
    /// <param name="samples">The sound.</param>
    /// <param name="law"><c>u-law</c> or <c>a-law</c>.</param>
    public static async Task<short[]> CompandAsync(ReadOnlyMemory<short> samples, string law)
    {
        var encoded = await EncodeAsync(samples, law);
        return Samples(await ExternalProgram.RunAsync("sox", ["-V1", "-D", .. Companded(law), .. Raw, "-"], encoded));
    }

    /// <summary>Bytes of ITU-T G.711.</summary>
    /// <param name="samples">The sound.</param>
    /// <param name="law"><c>u-law</c> or <c>a-law</c>.</param>
    public static Task<byte[]> EncodeAsync(ReadOnlyMemory<short> samples, string law) =>
        ExternalProgram.RunAsync("sox", ["-V1", "-D", .. Raw, "-", .. Companded(law)], Bytes(samples));

    /// <summary>Converts to raw samples at another rate.</summary>
    public static Task<byte[]> ResampleAsync(ReadOnlyMemory<short> samples, int rate) =>
        ExternalProgram.RunAsync("sox", ["-V1", "-D", .. Raw, "-", "-t", "raw", "-r", $"{rate}", "-"], Bytes(samples));

    /// <summary>Writes a WAV file of 8 kHz.</summary>
    public static Task WriteWavAsync(ReadOnlyMemory<short> samples, string path) =>
        ExternalProgram.RunAsync("sox", ["-V1", "-D", .. Raw, "-", "-t", "wav", path], Bytes(samples));

    private static string[] Companded(string law) => ["-t", "raw", "-r", "8000", "-e", law, "-b", "8", "-c", "1", "-"];

    private static byte[] Bytes(ReadOnlyMemory<short> samples) => MemoryMarshal.AsBytes(samples.Span).ToArray();

    private static short[] Samples(byte[] bytes) => MemoryMarshal.Cast<byte, short>(bytes).ToArray();
}

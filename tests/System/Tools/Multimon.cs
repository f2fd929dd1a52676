using System.Text;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Tools;

/// <summary>Keys that multimon-ng hears in sound: a receiver that we did not write.</summary>
internal static class Multimon
{
    private const int Rate = 22050;
    private const string Mark = "DTMF: ";

    /// <summary>The keys in sound of 8 kHz, in order.</summary>
    public static async Task<string> KeysAsync(short[] sound)
    {
        var raw = await Sox.ResampleAsync(sound, Rate);
        var output = await ExternalProgram.RunAsync("multimon-ng", ["-q", "-a", "DTMF", "-t", "raw", "-"], raw);
        var lines = Encoding.ASCII.GetString(output).Split('\n');
        return string.Concat(lines.Where(l => l.StartsWith(Mark, StringComparison.Ordinal)).Select(l => l[Mark.Length..].Trim()));
    }
}

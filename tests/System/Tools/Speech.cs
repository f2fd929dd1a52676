using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Tools;

/// <summary>Speech by <c>espeak-ng</c>, at 8 kHz.</summary>
internal static class Speech
{
    /// <summary>Says a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="voice">One of its voices.</param>
    public static async Task<short[]> SayAsync(string text, string voice = "en-us") =>
        await Sox.ReadWavAsync(await ExternalProgram.RunAsync("espeak-ng", ["-v", voice, "--stdout", text]));
}

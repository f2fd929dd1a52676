using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Flows.Prompts;

/// <summary>Speaks texts, each once: they are kept as files for the next start.</summary>
/// <param name="synthesizer">Makes speech.</param>
/// <param name="folder">Where spoken texts are kept, named by a hash of text and language.</param>
internal sealed class SpeechCache(ISpeechSynthesizer synthesizer, string folder)
{
    /// <summary>The WAV file of a text. Two texts at a time are fine, but not the same one twice.</summary>
    /// <exception cref="SpeechException">The words of the exception tell the cure.</exception>
    public async Task<string> SpokenAsync(string text, string language, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{language}\n{text}")))[..24];
        var file = Path.Combine(folder, $"{hash}.wav");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            await synthesizer.SpeakAsync(text, language, file, cancel);
        }

        return file;
    }
}

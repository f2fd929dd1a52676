using Switchhook.Audio.Prompts;
using Switchhook.Site.Prompts;

namespace Switchhook.Flows.Prompts.Speaking;

/// <summary>Speech by the program that the site names.</summary>
/// <param name="config">The program.</param>
/// <param name="command">Runs it.</param>
internal sealed class CommandSynthesizer(SpeechConfig config, ISpeechCommand command) : ISpeechSynthesizer
{
    /// <summary>A sound of half an hour in studio quality is smaller.</summary>
    private const long MostBytes = 400_000_000;

    /// <inheritdoc/>
    public async Task SpeakAsync(string text, string language, string file, CancellationToken cancel)
    {
        var textFile = file + ".txt";
        var part = file + ".part";
        try
        {
            await File.WriteAllTextAsync(textFile, text, cancel);
            await command.RunAsync([.. config.Command.Select(Filled)], config.Timeout, cancel);
            Check(part);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(textFile);
            File.Delete(part);
        }

        string Filled(string word) => word
            .Replace(SpeechConfig.TextFile, textFile, StringComparison.Ordinal)
            .Replace(SpeechConfig.Wav, part, StringComparison.Ordinal)
            .Replace(SpeechConfig.Language, language, StringComparison.Ordinal)
            .Replace(SpeechConfig.Voice, config.VoiceOf(language) ?? language, StringComparison.Ordinal);
    }

    // What a program leaves behind may be anything.
    private void Check(string part)
    {
        var program = config.Command[0];
        if (new FileInfo(part) is not { Exists: true, Length: > 0 and < MostBytes })
        {
            throw new SpeechException($"{program} has written no sound file.");
        }

        try
        {
            if (SpeechLevel.Measure(PromptReader.Load(part, program).Samples.Span) is null)
            {
                throw new SpeechException($"{program} has written a file of silence.");
            }
        }
        catch (InvalidDataException fault)
        {
            throw new SpeechException($"{program} has written what is no sound: {fault.Message}", fault);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Site.Prompts;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Audio;

/// <summary>
/// Prompts of all languages and of files loud and soft are equally loud, as sox measures them: pauses cut out, then the level of the rest.
/// </summary>
public sealed partial class PromptLoudnessTests(ITestOutputHelper output) : IDisposable
{
    private static readonly (string Language, string Text)[] Texts =
    [
        ("en", "Thank you for calling the clinic. We will be with you shortly."),
        ("en-GB", "Thank you for calling the clinic. We will be with you shortly."),
        ("de", "Vielen Dank für Ihren Anruf. Wir sind gleich für Sie da."),
        ("fr", "Merci de votre appel. Nous sommes à vous dans un instant."),
        ("es", "Gracias por su llamada. Le atenderemos en un momento."),
        ("it", "Grazie per la chiamata. Saremo subito da lei."),
        ("pt", "Obrigado por ligar. Atendemos dentro de momentos."),
        ("pt-BR", "Obrigado por ligar. Atendemos dentro de momentos."),
        ("nl", "Bedankt voor uw telefoontje. Wij helpen u zo dadelijk."),
        ("zh", "感谢您的来电，我们马上为您服务。"),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_languages_and_files_are_within_two_decibels()
    {
        var espeak = new EspeakSynthesizer(TimeProvider.System);
        var levels = new List<double>();
        foreach (var (language, text) in Texts)
        {
            var file = _folder.File($"{language}.wav");
            await espeak.SpeakAsync(text, language, file, CancellationToken.None);
            levels.Add(await MeasureAsync(language, file));
        }

        var spoken = _folder.File("en.wav");
        var soft = await ConvertAsync(spoken, "soft.flac", "-r", "44100", "-c", "2", "vol", "-32dB");
        levels.Add(await MeasureAsync("soft, 44.1 kHz stereo FLAC", soft));
        levels.Add(await MeasureAsync("loud, 16 kHz", await ConvertAsync(spoken, "loud.wav", "-r", "16000", "gain", "-n", "-0.1")));
        levels.Add(await MeasureAsync("with an offset", await ConvertAsync(spoken, "offset.wav", "vol", "0.5", "dcshift", "0.2")));
        levels.Add(await MeasureAsync("with long pauses", await ConvertAsync(spoken, "pauses.wav", "pad", "2", "3")));
        levels.Add(await MeasureAsync("G.711", await ConvertAsync(spoken, "law.wav", "-r", "8000", "-e", "u-law", "vol", "-12dB")));

        Assert.InRange(levels.Max() - levels.Min(), 0, 2);
    }

    [Fact]
    public async Task Every_language_that_the_checker_takes_for_spoken_has_a_voice()
    {
        var listed = Encoding.UTF8.GetString(await ExternalProgram.RunAsync("espeak-ng", ["--voices"]));
        var languages = listed.Split('\n').Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .Select(words => words[1].Split('-')[0])
            .ToHashSet(StringComparer.Ordinal);
        var tags = from first in "abcdefghijklmnopqrstuvwxyz" from second in "abcdefghijklmnopqrstuvwxyz" select $"{first}{second}";

        // Mandarin is listed as cmn.
        Assert.Equal(
            languages.Where(language => language.Length == 2).Append("zh").Order(StringComparer.Ordinal),
            tags.Where(LanguageNames.HasVoice).Order(StringComparer.Ordinal));
    }

    private async Task<string> ConvertAsync(string from, string to, params string[] options)
    {
        // What comes before the effect's name is the format of the file.
        var effect = Array.FindIndex(options, word => word is "vol" or "gain" or "pad");
        var file = _folder.File(to);
        await ExternalProgram.RunAsync("sox", ["-V1", from, .. options[..effect], file, .. options[effect..]]);
        return file;
    }

    private async Task<double> MeasureAsync(string what, string file)
    {
        var levelled = SpeechLeveller.Level(PromptReader.Load(file, what).Samples.Span);
        var wav = _folder.File("levelled.wav");
        await Sox.WriteWavAsync(levelled, wav);
        string[] cutPauses = ["silence", "1", "0.02", "0.5%", "-1", "0.15", "0.5%"];
        var dense = _folder.File("dense.wav");
        await ExternalProgram.RunAsync("sox", ["-V1", wav, dense, .. cutPauses]);
        var stats = Encoding.UTF8.GetString(await ExternalProgram.RunAsync(
            "sh", ["-c", "exec sox -V1 \"$1\" -n stats 2>&1", "sh", dense]));
        var level = double.Parse(RmsLevel().Match(stats).Groups["level"].Value, CultureInfo.InvariantCulture);
        var peak = double.Parse(PeakLevel().Match(stats).Groups["level"].Value, CultureInfo.InvariantCulture);
        output.WriteLine($"{what}: {level:0.0} dB, peak {peak:0.0} dB");
        Assert.InRange(peak, -30, -1);
        return level;
    }

    [GeneratedRegex(@"RMS lev dB\s+(?<level>-?[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RmsLevel();

    [GeneratedRegex(@"Pk lev dB\s+(?<level>-?[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PeakLevel();
}

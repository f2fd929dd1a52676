using Switchhook.Audio.Prompts;
using Switchhook.Flows;
using Switchhook.Flows.Announcing.Values;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Hardware.Lines;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Prompts;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Audio;

/// <summary>
/// What callers of each language hear in one call, by the way of the box: a text that is spoken, a file that was uploaded, an announcement
/// that was recorded over a telephone, music, and values that nobody knew before.
/// </summary>
public sealed class PromptJoinTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>
    /// Ends are faded within 5 ms, 40 samples: the last one has 1/80 of its level, and a peak is 28,000 at most. So a join is a step of 350
    /// at most to silence: 36 dB below the loudest sine, and as loud as the noise of a line.
    /// </summary>
    private const int LargestStep = 350;

    private static readonly (string Language, string Text)[] Texts =
    [
        ("en", "Thank you for calling the clinic. We will be with you shortly."),
        ("de", "Vielen Dank für Ihren Anruf. Wir sind gleich für Sie da."),
        ("fr", "Merci de votre appel. Nous sommes à vous dans un instant."),
        ("es", "Gracias por su llamada. Le atenderemos en un momento."),
        ("it", "Grazie per la chiamata. Saremo subito da lei."),
        ("pt", "Obrigado por ligar. Atendemos dentro de momentos."),
        ("nl", "Bedankt voor uw telefoontje. Wij helpen u zo dadelijk."),
        ("zh", "感谢您的来电，我们马上为您服务。"),
    ];

    private static readonly (ValueKind Kind, string Value)[] Values =
        [(ValueKind.Digits, "3125550142"), (ValueKind.Money, "1284.50"), (ValueKind.Time, "14:35")];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_that_a_caller_hears_is_within_two_decibels_and_joins_without_a_click()
    {
        var espeak = new EspeakSynthesizer(TimeProvider.System);
        var sounds = new PromptSounds(_folder.File("own"), TimeProvider.System);
        foreach (var (language, text) in Texts)
        {
            var file = _folder.File($"{language}.wav");
            await espeak.SpeakAsync(text, language, file, CancellationToken.None);
            sounds.Save("uploaded", language, await UploadedAsync(file), "uploaded by ana");
            sounds.Save("recorded", language, await RecordedAsync(file), "recorded by phone 101");
        }

        var site = Site();
        var loader = new PromptLoader(espeak, _folder.File("speech")) { Sounds = sounds };
        var library = await loader.LoadAsync(site, _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);
        var inForce = new SiteInForce(site, Sites.UnitedStates, library);
        Assert.Empty(library.Missing);
        var levels = new List<double>();
        foreach (var (language, _) in Texts)
        {
            foreach (var name in new[] { "spoken", "uploaded", "recorded" })
            {
                levels.Add(Check($"{language} {name}", library.Own(name, language)!.Samples));
            }

            foreach (var (kind, value) in Values)
            {
                var spoken = await ValueSpeech.SayAsync(inForce, kind, value, language, CancellationToken.None);
                levels.Add(Check($"{language} {kind}", spoken.Prompt!.Samples));
            }

            var music = new short[3 * LineAudio.SampleRate];
            library.Music.Open("calm", language, DateTimeOffset.UnixEpoch)!.Read(music);
            levels.Add(SpeechLevel.Measure(music)!.Value);
        }

        output.WriteLine($"{levels.Count} sounds from {levels.Min():0.0} to {levels.Max():0.0} dBm0");
        Assert.InRange(levels.Max() - levels.Min(), 0, 2);
    }

    // Beside each of its ends is silence, or the end of another one.
    private double Check(string what, ReadOnlyMemory<short> samples)
    {
        var level = SpeechLevel.Measure(samples.Span)!.Value;
        output.WriteLine($"{what}: {level:0.0} dBm0, ends {samples.Span[0]} and {samples.Span[^1]}");
        Assert.InRange(samples.Span[0], -LargestStep, LargestStep);
        Assert.InRange(samples.Span[^1], -LargestStep, LargestStep);
        return level;
    }

    // Soft, in stereo, at the rate of a CD, and cut in the middle of its last word.
    private async Task<short[]> UploadedAsync(string spoken)
    {
        var file = spoken + ".flac";
        await ExternalProgram.RunAsync(
            "sox", ["-V1", spoken, "-r", "44100", "-c", "2", file, "vol", "-25dB", "reverse", "trim", "0.4", "reverse"]);
        return await new SoundImport(_folder.File("import"), null).ReadAsync(await File.ReadAllBytesAsync(file), CancellationToken.None);
    }

    // As a telephone brings it: through G.711, with the noise of a room.
    private static async Task<short[]> RecordedAsync(string spoken)
    {
        var speech = PromptReader.Load(spoken, "speech").Samples.ToArray().Select(sample => (short)(sample / 6)).ToArray();
        var noise = SoundMaker.Noise(TimeSpan.FromSeconds((double)speech.Length / LineAudio.SampleRate), -58, new Random(4));
        return SpeechLeveller.Level(await Sox.CompandAsync(SoundMaker.Mix(speech, noise), "u-law"));
    }

    private static SiteModel Site()
    {
        var clinic = Sites.Clinic();
        var texts = Texts.Skip(1).Select(one => new PromptText(one.Language, null, one.Text));
        PromptConfig[] prompts =
        [
            new("spoken", null, Texts[0].Text) { Others = [.. texts] },
            new("uploaded", null, "Not heard."),
            new("recorded", null, "Not heard."),
        ];
        return clinic with
        {
            OtherLanguages = [.. Texts.Skip(1).Select(one => one.Language)],
            Outbound = [],
            Phones = clinic.Phones.Clear(),
            Prompts = clinic.Prompts.AddRange(prompts.Select(prompt => KeyValuePair.Create(prompt.Name, prompt))),
            Music = clinic.Music.Add(
                "calm", new MusicConfig("calm") { Pieces = [new MusicPiece(null, "en.wav"), new MusicPiece(null, "de.wav")] }),
        };
    }
}

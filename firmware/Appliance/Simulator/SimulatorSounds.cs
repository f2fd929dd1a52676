using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Simulator;

/// <summary>What simulated callers and phones can say: spoken at the first start, and kept.</summary>
internal sealed class SimulatorSounds
{
    private static readonly SpokenSample[] Texts =
    [
        new("appointment", "Hello, this is Alice Miller. I would like to make an appointment for next Tuesday, please."),
        new("question", "Good morning. Could you tell me whether you are open on Saturday? I am calling for my mother."),
        new("answer", "Maple Street Clinic, good morning. How can I help you?"),
        new("goodbye", "Thank you very much for your help. Good bye."),
    ];

    private readonly Dictionary<string, ReadOnlyMemory<short>> _sounds = new(StringComparer.Ordinal);

    private SimulatorSounds()
    {
    }

    /// <summary>The samples that could be made.</summary>
    public IReadOnlyList<SpokenSample> Samples => [.. Texts.Where(text => _sounds.ContainsKey(text.Name))];

    /// <summary>Speaks or loads the samples; one that fails is left out.</summary>
    public static async Task<SimulatorSounds> LoadAsync(ISpeechSynthesizer synthesizer, string folder, CancellationToken cancel)
    {
        var sounds = new SimulatorSounds();
        Directory.CreateDirectory(folder);
        foreach (var text in Texts)
        {
            var file = Path.Combine(folder, text.Name + ".wav");
            try
            {
                if (!File.Exists(file))
                {
                    await synthesizer.SpeakAsync(text.Words, "en", file, cancel);
                }

                sounds._sounds[text.Name] = PromptReader.Load(file, text.Name).Samples;
            }
            catch (Exception fault) when (fault is SpeechException or IOException or InvalidDataException)
            {
                // Without the speech program a caller can still ring, and an uploaded sound can be said.
            }
        }

        return sounds;
    }

    /// <summary>The samples of a speech.</summary>
    /// <exception cref="InvalidDataException">An uploaded file cannot be read; told in words.</exception>
    public ReadOnlyMemory<short> Of(Speech speech)
    {
        if (speech.Sample is { } name)
        {
            return _sounds[name];
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, speech.Wav!.Value.Span);
            return PromptReader.Load(file, "upload").Samples;
        }
        catch (InvalidDataException unreadable)
        {
            throw new InvalidDataException("The sound cannot be read. Send a WAV file.", unreadable);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

using System.Collections.Concurrent;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Speaking;

namespace Switchhook.Tests.Flows.Prompts;

/// <summary>Stands for espeak-ng, and for the program that a site names: each speaks in a tone of its own level.</summary>
internal sealed class FakeVoice : ISpeechSynthesizer, ISpeechCommand
{
    /// <summary>What espeak-ng was asked to say, as "language: text".</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>How the program was started.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Started { get; } = new();

    /// <summary>The text that the program found in its file.</summary>
    public string? Read { get; private set; }

    /// <summary>What espeak-ng does instead of speaking.</summary>
    public Func<CancellationToken, Task>? Instead { get; set; }

    /// <summary>What the program does with its WAV file instead of speaking.</summary>
    public Action<string>? Program { get; set; }

    public async Task SpeakAsync(string text, string language, string file, CancellationToken cancel)
    {
        Said.Enqueue($"{language}: {text}");
        await (Instead?.Invoke(cancel) ?? Task.CompletedTask);
        Tone.Write(file, -30);
    }

    public async Task RunAsync(IReadOnlyList<string> words, TimeSpan limit, CancellationToken cancel)
    {
        Started.Enqueue(words);
        Read = words[0] == "sox" ? null : await File.ReadAllTextAsync(words[^2], cancel);
        (Program ?? (file => Tone.Write(file, -10)))(words[^1]);
    }
}

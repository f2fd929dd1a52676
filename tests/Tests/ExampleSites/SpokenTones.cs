using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.ExampleSites;

/// <summary>The prompts of a site as tones: each prompt in each language has a pitch of its own, by which it is known when heard.</summary>
internal sealed class SpokenTones
{
    private const double Lowest = 480;
    private const double Apart = 70;

    /// <summary>A tenth of a second.</summary>
    private const int Window = 800;

    /// <summary>So many windows of one pitch are no accident.</summary>
    private const int LeastWindows = 3;

    /// <summary>Below this a window is silence: a prompt is a hundred times as loud.</summary>
    private const double Quiet = 200;

    private readonly Dictionary<string, double> _pitches = new(StringComparer.Ordinal);
    private readonly ToneSpeaker _speaker;

    public SpokenTones(SiteModel site)
    {
        _speaker = new ToneSpeaker(TakePitch("value"));
        Library = PromptLibrary.Empty with
        {
            Language = site.Language,
            Prompts = In(site.Language, site),
            Announcements = Box(site.Language, site),
            Others = PromptLibrary.Empty.Others.AddRange(site.OtherLanguages.Select(language =>
                KeyValuePair.Create(language, new LanguagePrompts(In(language, site), Box(language, site))))),
            Speaker = _speaker,
        };
    }

    public PromptLibrary Library { get; }

    /// <summary>The values that were said, in words, with their language.</summary>
    public IReadOnlyList<string> Values => _speaker.Said;

    /// <summary>
    /// What a caller has heard, in its order: <c>welcome en</c>, <c>box en</c> for a sentence of the box, <c>value</c> for a value.
    /// </summary>
    public IReadOnlyList<string> NamesIn(short[] heard)
    {
        var names = new List<string>();
        var (last, count) = ("", 0);
        foreach (var window in heard.Chunk(Window).Where(window => window.Length == Window))
        {
            var name = NameOf(window);
            count = name == last ? count + 1 : 1;
            last = name;
            if (count == LeastWindows && name.Length > 0)
            {
                names.Add(name);
            }
        }

        return names;
    }

    private string NameOf(short[] window)
    {
        var power = window.Sum(sample => (double)sample * sample) / window.Length;
        return power < Quiet * Quiet
            ? ""
            : _pitches.FirstOrDefault(one => QueueBox.SoundAt(one.Value, window) > 0.8, KeyValuePair.Create("", 0.0)).Key;
    }

    private ImmutableDictionary<string, Prompt> In(string language, SiteModel site) => site.Prompts.Values
        .Where(prompt => prompt.In(language, site.Language) is not null)
        .ToImmutableDictionary(
            prompt => prompt.Name, prompt => new Prompt(prompt.Name, Tone(TakePitch($"{prompt.Name} {language}"), 8000)));

    private Announcements Box(string language, SiteModel site)
    {
        var sentence = (ReadOnlyMemory<short>)Tone(TakePitch($"box {language}"), 4000);
        return new Announcements(
            Phrase.NeededBy(site).ToImmutableDictionary(phrase => phrase, _ => sentence), _ => "it is not there");
    }

    private double TakePitch(string name) => _pitches[name] = Lowest + (Apart * _pitches.Count);

    private static short[] Tone(double pitch, int samples) =>
        [.. Enumerable.Range(0, samples).Select(n => (short)(4000 * Math.Sin(2 * Math.PI * pitch * n / 8000)))];

    private sealed class ToneSpeaker(double pitch) : ISpeaker
    {
        public List<string> Said { get; } = [];

        public Task<Spoken> SayAsync(string text, string? language, CancellationToken cancel)
        {
            Said.Add($"{language}: {text}");
            return Task.FromResult(new Spoken(new Prompt(text, Tone(pitch, 8000)), null));
        }
    }
}

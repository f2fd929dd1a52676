using System.Collections.Concurrent;
using System.Collections.Immutable;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;

namespace Switchhook.Flows.Announcing;

/// <summary>Speaks all phrases of a site, some at a time, so that the first start is not slow; the next finds them in the cache.</summary>
internal sealed class AnnouncementLoader(PatientSpeech speech)
{
    // A synthesizer that is missing or stands still is not asked a hundred times.
    private const int MaxFailures = 4;

    private static readonly int AtATime = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Speaks the phrases.</summary>
    /// <param name="language">Of the site, an IETF tag.</param>
    /// <param name="phrases">What it can come to say.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<LoadedAnnouncements> LoadAsync(string language, IReadOnlyCollection<Phrase> phrases, CancellationToken cancel)
    {
        var book = Phrasebook.For(language);
        var spoken = new ConcurrentDictionary<Phrase, ReadOnlyMemory<short>>();
        var failures = new ConcurrentDictionary<Phrase, string>();
        var pending = new ConcurrentBag<int>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancel };

        // Phrases with the same words are one sentence, and one file.
        await Parallel.ForEachAsync(phrases.GroupBy(book.Say), options, async (sentence, cancellation) =>
        {
            try
            {
                if (failures.Count < MaxFailures)
                {
                    var file = await speech.SpokenAsync(sentence.Key, book.Language, cancellation);
                    var samples = SpeechLeveller.Level(PromptReader.Load(file, sentence.Key).Samples.Span);
                    foreach (var phrase in sentence)
                    {
                        spoken[phrase] = samples;
                    }
                }
            }
            catch (NotYetSpokenException)
            {
                pending.Add(sentence.Count());
            }
            catch (Exception fault) when (PromptLoader.IsMissing(fault))
            {
                foreach (var phrase in sentence)
                {
                    failures[phrase] = fault.Message;
                }
            }
        });
        var faults = ImmutableDictionary<string, string>.Empty;
        var first = failures.Values.FirstOrDefault(!pending.IsEmpty ? $"{NotYetSpokenException.Words}." : "it is no phrase of this site.");
        if (!failures.IsEmpty)
        {
            faults = faults.Add(
                "phrases", $"{phrases.Count - spoken.Count - pending.Sum()} of {phrases.Count} phrases of the box. {first}");
        }

        if (book.Note is { } note)
        {
            faults = faults.Add("own sentences", note);
        }

        return new LoadedAnnouncements(
            new Announcements(spoken.ToImmutableDictionary(), phrase => failures.GetValueOrDefault(phrase, first)), faults, pending.Count);
    }
}

/// <summary>What came of the phrases of a site.</summary>
/// <param name="Announcements">Those that can be said.</param>
/// <param name="Faults">What is not as it should be, by a name for it: the site goes on without.</param>
/// <param name="Pending">So many sentences are still to be spoken.</param>
internal sealed record LoadedAnnouncements(
    Announcements Announcements, ImmutableDictionary<string, string> Faults, int Pending);

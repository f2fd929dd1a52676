using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Hardware.Lines;

namespace Switchhook.Flows.Announcing;

/// <summary>The phrases that a site can say, spoken and ready to play. Immutable.</summary>
public sealed class Announcements
{
    /// <summary>No phrases: a site that says nothing itself.</summary>
    public static readonly Announcements None =
        new(ImmutableDictionary<Phrase, ReadOnlyMemory<short>>.Empty, _ => "no phrases are loaded.");

    /// <summary>Silence between two phrases of one message: 250 ms.</summary>
    private const int GapSamples = LineAudio.SampleRate / 4;

    private readonly ImmutableDictionary<Phrase, ReadOnlyMemory<short>> _spoken;
    private readonly Func<Phrase, string> _why;

    /// <param name="spoken">8 kHz mono.</param>
    /// <param name="why">Tells in words why another phrase is not there.</param>
    internal Announcements(ImmutableDictionary<Phrase, ReadOnlyMemory<short>> spoken, Func<Phrase, string> why)
    {
        _spoken = spoken;
        _why = why;
    }

    /// <summary>Makes one message of some phrases. What is missing is left out; the call goes on with the rest.</summary>
    public Announcement Make(params IReadOnlyList<Phrase> phrases)
    {
        var parts = new List<ReadOnlyMemory<short>>();
        var missing = new List<string>();
        foreach (var phrase in phrases)
        {
            if (_spoken.TryGetValue(phrase, out var samples))
            {
                parts.Add(samples);
            }
            else
            {
                missing.Add($"\"{Phrasebook.InWords(phrase)}\" was left out: {_why(phrase)}");
            }
        }

        var name = string.Join(' ', phrases.Select(Phrasebook.InWords));
        return new Announcement(
            parts.Count == 0 ? null : new Prompt(name, Join(parts)),
            missing.Count == 0 ? null : string.Join(' ', missing));
    }

    private static ReadOnlyMemory<short> Join(List<ReadOnlyMemory<short>> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var whole = new short[parts.Sum(part => part.Length) + ((parts.Count - 1) * GapSamples)];
        var position = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole.AsMemory(position));
            position += part.Length + GapSamples;
        }

        return whole;
    }
}

/// <summary>One message of the box.</summary>
/// <param name="Prompt">Ready to play, named by its English words; null when nothing of it can be said.</param>
/// <param name="Missing">What was left out and why, for the journal of the call; null when all is there.</param>
public sealed record Announcement(Prompt? Prompt, string? Missing);

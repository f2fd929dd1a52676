using Switchhook.Flows.Announcing;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Steps.Questions;

/// <summary>Asks a caller for keys, kindly and not for ever.</summary>
/// <param name="acts">Does it.</param>
/// <param name="at">The step that asks.</param>
/// <param name="rules">How he is asked.</param>
internal sealed class CallerQuestion(IFlowActs acts, StepPlace at, EntryRules rules)
{
    /// <summary>Ends an answer.</summary>
    private const char DoneKey = '#';

    /// <summary>How long the next key of an answer is waited for: long enough to look for it.</summary>
    private static readonly TimeSpan NextKeyLimit = TimeSpan.FromSeconds(4);

    /// <summary>Shows an answer in the journal; those that may be secret are shown in part.</summary>
    public Func<string, string> Shown { get; init; } = keys => keys;

    /// <summary>What the box says after a wrong answer, unless the rules say otherwise.</summary>
    public Phrase Wrong { get; init; } = Phrase.WrongKey;

    /// <summary>True when the last try brought no key at all.</summary>
    public bool WasSilent { get; private set; }

    /// <summary>Asks.</summary>
    /// <param name="what">What is asked, for the journal: "menu main-menu".</param>
    /// <param name="question">What he hears.</param>
    /// <param name="fit">Judges his keys.</param>
    /// <returns>The answer; null when there was none that fits.</returns>
    public async Task<string?> AskAsync(string what, IReadOnlyList<FlowSound> question, Func<string, EntryFit> fit)
    {
        IReadOnlyList<FlowSound> before = [];
        for (var tries = 1; tries <= rules.Tries; tries++)
        {
            acts.Note(at, $"Asks {what} ({tries} of {rules.Tries}).");
            var (keys, isFit) = await ReadAsync([.. before, .. question], fit);
            if (isFit)
            {
                return keys;
            }

            WasSilent = keys.Length == 0;
            if (WasSilent)
            {
                acts.Note(at, "The caller presses nothing.");
                before = [Sound(rules.Silent, Phrase.NoKey)];
            }
            else
            {
                acts.Note(at, $"The caller presses {Shown(keys)}, which does not fit.");
                before = [Sound(rules.Wrong, Wrong)];
                await acts.DrainKeysAsync();
            }
        }

        return null;
    }

    private async Task<(string Keys, bool IsFit)> ReadAsync(IReadOnlyList<FlowSound> sounds, Func<string, EntryFit> fit)
    {
        var keys = "";
        var next = await acts.KeyAsync(sounds, rules.Wait);
        while (next is { } key && (key != DoneKey || keys.Length == 0))
        {
            keys += key;
            switch (fit(keys))
            {
                case EntryFit.Complete:
                    return (keys, true);
                case EntryFit.Wrong:
                    return (keys, false);
                default:
                    next = await acts.KeyAsync([], NextKeyLimit);
                    break;
            }
        }

        return (keys, keys.Length > 0 && fit(keys) == EntryFit.CompleteOrMore);
    }

    private static FlowSound Sound(string? prompt, Phrase phrase) =>
        prompt is not null ? new FlowSound.Named(prompt) : new FlowSound.OfBox(phrase);
}

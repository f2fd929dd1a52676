using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows;

/// <summary>Reads one kind of step.</summary>
/// <param name="Word">What it is called in the file.</param>
/// <param name="Target">What it needs beside its word, such as "prompt"; null for one that takes nothing.</param>
/// <param name="Read">Reads it with what stands after its word.</param>
internal sealed record StepReader(string Word, string? Target, Func<YamlEntry, StepReading, StepDraft?> Read)
{
    /// <summary>Takes the step without anything after its word: only hanging up needs no more.</summary>
    public StepDraft? Bare(Place at, MistakeLog log)
    {
        if (Target is null)
        {
            return new HangUpDraft(at);
        }

        log.Error(at, $"The step \"{Word}\" does not say which {Target}.", $"Write \"{Word}: \" and the name of a {Target}.");
        return null;
    }
}

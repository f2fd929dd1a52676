using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows;

/// <summary>Reads the steps of one flow.</summary>
/// <param name="values">Reads single values.</param>
/// <param name="log">Takes the mistakes.</param>
internal sealed class StepReading(YamlValues values, MistakeLog log)
{
    private const int MostSteps = 100;

    /// <summary>Reads single values.</summary>
    public YamlValues Values => values;

    /// <summary>Takes the mistakes.</summary>
    public MistakeLog Log => log;

    /// <summary>Reads steps one after the other; wrong ones are noted and left out.</summary>
    /// <param name="list">The steps.</param>
    /// <param name="what">Whose they are, to begin a sentence with.</param>
    public IReadOnlyList<StepDraft> List(YamlList list, string what)
    {
        if (list.Items.Count > MostSteps)
        {
            log.Error(list.Items[MostSteps].At, $"{what} has more than {MostSteps} steps.", "Split it with a \"go\" step.");
        }

        return [.. list.Items.Take(MostSteps).Select(Step).OfType<StepDraft>()];
    }

    private StepDraft? Step(YamlNode node)
    {
        switch (node)
        {
            case YamlText { IsEmpty: false } word when StepReaders.Find(word.Text, word.At, log) is { } reader:
                return reader.Bare(word.At, log);
            case YamlMap { Entries: [var only] } when StepReaders.Find(only.Key.Value, only.Key.At, log) is { } reader:
                return only.Value is YamlText { IsEmpty: true } ? reader.Bare(only.Key.At, log) : reader.Read(only, this);
            case YamlText { IsEmpty: false } or YamlMap { Entries.Count: 1 }:
                return null;
            case YamlMap { Entries: [_, var second, ..] }:
                log.Error(
                    second.Key.At, "A step does one thing, and this one has several.", "Begin a new step with a hyphen in its own line.");
                return null;
            default:
                log.Error(node.At, $"A step cannot be {node.Kind}.", $"Write one of: {StepReaders.Words}.");
                return null;
        }
    }
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Reading.Queues;

namespace Switchhook.Site.Reading;

/// <summary>Reads the flows: lists of steps.</summary>
internal static class FlowsReader
{
    private const int MostSteps = 100;

    private const string Example = "day: [{play: welcome}, {ring: front-desk}, hang-up]";

    private static readonly IReadOnlyDictionary<string, StepKind> Kinds = KebabCase.NamesOf<StepKind>();

    /// <summary>Reads <c>flows</c>.</summary>
    public static IReadOnlyList<FlowDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "flows", Example, log).Select(entry => Flow(entry, file.Values, log))];

    private static FlowDraft Flow(YamlEntry entry, YamlValues values, MistakeLog log)
    {
        Section.CheckName(entry.Key, "flow", log);
        if (entry.Value is YamlList { Items.Count: > MostSteps } tooLong)
        {
            log.Error(
                tooLong.Items[MostSteps].At, $"Flow {entry.Key.Value} has more than {MostSteps} steps.", "Split it with a \"go\" step.");
        }

        if (entry.Value is YamlList list)
        {
            var steps = list.Items.Take(MostSteps).Select(item => Step(item, values, log)).OfType<StepDraft>();
            return new FlowDraft(entry.Key, [.. steps]) { IsEmpty = list.Items.Count == 0 };
        }

        log.Error(
            entry.Value.At,
            $"Flow {entry.Key.Value} must be a list of steps, not {entry.Value.Kind}.",
            $"Write for example \"{Example}\".");
        return new FlowDraft(entry.Key, null);
    }

    private static StepDraft? Step(YamlNode node, YamlValues values, MistakeLog log)
    {
        switch (node)
        {
            case YamlText { IsEmpty: false } word when KindOf(word.Text, word.At, log) is { } kind:
                return Complete(new StepDraft(word.At, kind, null), log);
            case YamlMap { Entries: [var only] } when KindOf(only.Key.Value, only.Key.At, log) is { } kind:
                return Complete(kind, only, values, log);
            case YamlText { IsEmpty: false } or YamlMap { Entries.Count: 1 }:
                return null;
            case YamlMap { Entries: [_, var second, ..] }:
                log.Error(
                    second.Key.At, "A step does one thing, and this one has several.", "Begin a new step with a hyphen in its own line.");
                return null;
            default:
                log.Error(node.At, $"A step cannot be {node.Kind}.", $"Write one of: {StepNames()}.");
                return null;
        }
    }

    private static StepKind? KindOf(string word, Place at, MistakeLog log)
    {
        if (Kinds.TryGetValue(word, out var kind))
        {
            return kind;
        }

        var nearest = NearestWord.Of(word, Kinds.Keys);
        log.Error(
            at,
            $"There is no step \"{word}\".",
            nearest is null ? $"The steps are: {StepNames()}." : $"Write \"{nearest}\" instead.");
        return null;
    }

    // A word alone is enough for hanging up only; the others need to know what to play, ring or go to.
    private static StepDraft? Complete(StepDraft step, MistakeLog log)
    {
        if (step.Kind == StepKind.HangUp)
        {
            return step;
        }

        var word = KebabCase.Of(step.Kind);
        var what = TargetOf(step.Kind);
        log.Error(step.At, $"The step \"{word}\" does not say which {what}.", $"Write \"{word}: \" and the name of a {what}.");
        return null;
    }

    private static StepDraft? Complete(StepKind kind, YamlEntry entry, YamlValues values, MistakeLog log)
    {
        var at = entry.Key.At;
        if (entry.Value is YamlText { IsEmpty: true })
        {
            return Complete(new StepDraft(at, kind, null), log);
        }

        if (kind == StepKind.HangUp)
        {
            log.Error(entry.Value.At, "\"hang-up\" takes nothing after it.", "Write only \"- hang-up\".");
            return new StepDraft(at, kind, null);
        }

        return kind == StepKind.Queue && entry.Value is YamlMap map
            ? QueueStepReader.Read(at, map, log)
            : new StepDraft(at, kind, values.Text(entry.Value, entry.Key.Value));
    }

    private static string TargetOf(StepKind kind) => kind switch
    {
        StepKind.Play => "prompt",
        StepKind.Ring => "group",
        StepKind.Queue => "queue",
        StepKind.Go => "flow",
        StepKind.HangUp => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Hanging up has no target."),
    };

    private static string StepNames() => string.Join(", ", Kinds.Keys);
}

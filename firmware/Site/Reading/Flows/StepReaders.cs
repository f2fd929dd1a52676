using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Reading.Flows.Steps;

namespace Switchhook.Site.Reading.Flows;

/// <summary>All kinds of steps.</summary>
internal static class StepReaders
{
    private static readonly IReadOnlyList<StepReader> All =
    [
        new("play", "prompt", (entry, reading) => new PlayDraft(entry.Key.At, Name(entry, reading))),
        new("ring", "group", (entry, reading) => new RingDraft(entry.Key.At, Name(entry, reading))),
        new("queue", "queue", RingSteps.Queue),
        new("phone", "phone", RingSteps.Phone),
        new("outside", "number", RingSteps.Outside),
        new("voicemail", "mailbox", (entry, reading) => new VoicemailStepDraft(entry.Key.At, Name(entry, reading))),
        new("survey", "survey", (entry, reading) => new SurveyStepDraft(entry.Key.At, Name(entry, reading))),
        new("go", "flow", (entry, reading) => new GoDraft(entry.Key.At, Name(entry, reading))),
        new("hang-up", null, NoMore),
        new("menu", "choice", EntryStepReaders.Menu),
        new("collect", "value", EntryStepReaders.Collect),
        new("ask", "question", EntryStepReaders.Ask),
        new("language", "language", LanguageReader.Read),
        new("hours", "timetable", HoursStepReader.Read),
        new("caller", "callers", CallerReader.Read),
        new("look-up", "table", LookUpReader.Read),
        new("choose", "value", ChooseReader.Read),
        new("set", "setting", SetReader.Read),
        new("say", "value", SayReader.Read),
    ];

    private static readonly IReadOnlyDictionary<string, StepReader> ByWord =
        All.ToDictionary(reader => reader.Word, StringComparer.Ordinal);

    /// <summary>The words of all kinds, with commas.</summary>
    public static string Words => string.Join(", ", All.Select(reader => reader.Word));

    /// <summary>The kind that a word means; null, and a mistake in the log, for any other word.</summary>
    public static StepReader? Find(string word, Place at, MistakeLog log)
    {
        if (ByWord.TryGetValue(word, out var reader))
        {
            return reader;
        }

        var nearest = NearestWord.Of(word, ByWord.Keys);
        log.Error(
            at,
            $"There is no step \"{Quote.Short(word)}\".",
            nearest is null ? $"The steps are: {Words}." : $"Write \"{nearest}\" instead.");
        return null;
    }

    private static Located<string>? Name(YamlEntry entry, StepReading reading) => reading.Values.Text(entry.Value, entry.Key.Value);

    private static HangUpDraft NoMore(YamlEntry entry, StepReading reading)
    {
        reading.Log.Error(entry.Value.At, "\"hang-up\" takes nothing after it.", "Write only \"- hang-up\".");
        return new HangUpDraft(entry.Key.At);
    }
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Prompts;
using Switchhook.Site.Reading;
using Switchhook.Site.Reading.Flows.Steps;
using Switchhook.Site.Reading.Prompts;
using Switchhook.Site.Reading.Queues;

namespace Switchhook.Site.Surveys;

/// <summary>Reads the surveys.</summary>
internal static class SurveysReader
{
    /// <summary>What is heard before the questions.</summary>
    public const string IntroKey = "intro";

    /// <summary>What is heard after them.</summary>
    public const string ThanksKey = "thanks";

    private const string QuestionsKey = "questions";
    private const string PromptKey = "prompt";
    private const string SayKey = "say";
    private const string QuestionExample = "{name: helpful, say: \"How much did we help you, from 1 to 5?\", keys: 1-5}";

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional(IntroKey), YamlKey.Required(QuestionsKey, $"[{QuestionExample}]"), YamlKey.Optional(ThanksKey),
        YamlKey.Optional("share"), .. EntryRulesReader.Keys,
    ];

    private static readonly YamlKey[] QuestionKeys =
    [
        YamlKey.Required("name", "helpful"), YamlKey.Optional(PromptKey), YamlKey.Optional(SayKey), YamlKey.Required("keys", "1-5"),
        YamlKey.Optional("words"),
    ];

    private static readonly YamlKey[] TextKeys = [YamlKey.Required(SayKey, "Thank you.")];

    /// <summary>Reads <c>surveys</c>.</summary>
    public static IReadOnlyList<SurveyDraft> Read(YamlFields file, MistakeLog log) =>
    [
        .. Section.Entries(file, "surveys", $"after-call: {{questions: [{QuestionExample}]}}", log).Select(entry => Survey(entry, log)),
    ];

    private static SurveyDraft Survey(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "survey", log);
        if (YamlFields.Open(entry.Value, $"survey {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new SurveyDraft(entry.Key, [], EntryRulesReader.Usual);
        }

        var own = new List<PromptDraft>();
        var questions = Questions(entry.Key.Value, fields, own, log);
        return new SurveyDraft(entry.Key, questions, EntryRulesReader.Read(fields))
        {
            Intro = Spoken(entry.Key.Value, fields, IntroKey, own, log),
            Thanks = Spoken(entry.Key.Value, fields, ThanksKey, own, log),
            Share = PercentReader.Share(fields, "share", log) ?? 100,
            Own = own,
        };
    }

    // The name of a prompt, or a text in its place.
    private static Located<string>? Spoken(string survey, YamlFields fields, string key, List<PromptDraft> own, MistakeLog log)
    {
        if (fields.Node(key) is not YamlMap map)
        {
            return fields.Text(key);
        }

        return YamlFields.Open(map, $"{key} of {fields.What}", TextKeys, log) is { } text && text.Has(SayKey)
            ? Own(survey, key, text, own, log)
            : null;
    }

    private static Located<string> Own(string survey, string part, YamlFields fields, List<PromptDraft> own, MistakeLog log)
    {
        var name = new Located<string>(SurveyConfig.OwnPrompt(survey, part), fields.PlaceOf(SayKey));
        own.Add(new PromptDraft(
            name, fields.PlaceOf(SayKey), [], PromptsReader.Texts(fields, SayKey, SiteDefaults.LongestSpeech, log), PromptLevel.Even));
        return name;
    }

    private static List<SurveyQuestionDraft> Questions(string survey, YamlFields fields, List<PromptDraft> own, MistakeLog log)
    {
        switch (fields.Node(QuestionsKey))
        {
            case null:
                return [];
            case YamlList { Items.Count: > 0 and <= SurveyConfig.MostQuestions } list:
                return [.. list.Items.Select((item, at) => Question(survey, item, at + 1, own, log)).OfType<SurveyQuestionDraft>()];
            case YamlList { Items.Count: > 0 } list:
                log.Error(
                    list.Items[SurveyConfig.MostQuestions].At,
                    $"Survey {survey} has more than {SurveyConfig.MostQuestions} questions.",
                    "Leave the least important out: nobody stays on the line for more.");
                return [];
            case var node:
                log.Error(
                    node.At,
                    $"\"{QuestionsKey}\" must be a list of 1 to {SurveyConfig.MostQuestions} questions, not "
                    + $"{(node is YamlList ? "an empty one" : node.Kind)}.",
                    $"Write for example \"{QuestionsKey}: [{QuestionExample}]\".");
                return [];
        }
    }

    private static SurveyQuestionDraft? Question(string survey, YamlNode node, int number, List<PromptDraft> own, MistakeLog log)
    {
        if (YamlFields.Open(node, $"question {number} of survey {survey}", QuestionKeys, log) is not { } fields)
        {
            return null;
        }

        var name = fields.Text("name");
        if (name is { } given)
        {
            Section.CheckName(given, "question", log);
        }

        if (fields.Has(PromptKey) == fields.Has(SayKey) && !fields.HasUnknown)
        {
            var has = fields.Has(SayKey) ? "both a prompt and a text to say" : "neither a prompt nor a text to say";
            log.Error(
                fields.At,
                $"Question {name?.Value ?? $"{number}"} of survey {survey} has {has}.",
                "Write either \"prompt: NAME\", with a prompt of the section \"prompts\", or \"say:\" and the text.");
        }

        var prompt = fields.Has(SayKey) ? Own(survey, name?.Value ?? $"{number}", fields, own, log) : fields.Text(PromptKey);
        return new SurveyQuestionDraft(name, prompt, SurveyKeysReader.Read(fields, log));
    }
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;
using Switchhook.Site.Surveys;

namespace Switchhook.Web.FlowPictures;

/// <summary>What there is to say about the steps of flows: what callers hear, and who stands behind the names.</summary>
/// <param name="site">The site.</param>
internal sealed class StepFacts(SiteModel site)
{
    /// <summary>What the caller hears; empty for a step that says nothing of the site's.</summary>
    public IReadOnlyList<string> Heard(FlowStep step) => step switch
    {
        FlowStep.Play play => Prompt(play.Prompt),
        FlowStep.Menu menu => Prompt(menu.Prompt),
        FlowStep.Collect collect => Prompt(collect.Prompt),
        FlowStep.Ask ask => Prompt(ask.Prompt),
        FlowStep.Survey survey => site.Surveys.TryGetValue(survey.Name, out var asked) ? [.. asked.Questions.SelectMany(Question)] : [],
        _ => [],
    };

    /// <summary>Whom it rings, how it asks, and the like.</summary>
    public IReadOnlyList<string> Of(FlowStep step) => step switch
    {
        FlowStep.Menu menu => [.. menu.TakesExtensions ? new[] { "or the number of a phone" } : [], .. Rules(menu.Rules)],
        FlowStep.Collect collect => [Digits(collect), .. Rules(collect.Rules)],
        FlowStep.Ask ask => Rules(ask.Rules),
        FlowStep.ChooseLanguage choice => Rules(choice.Rules),
        FlowStep.LookUp lookUp => Table(lookUp.Table),
        FlowStep.Ring ring => Group(ring.Group),
        FlowStep.RingPhone phone => [Phone(phone.Number), $"for {Durations.InWords(phone.RingTime)}"],
        FlowStep.RingOutside outside => [$"for {Durations.InWords(outside.RingTime)}"],
        FlowStep.Enqueue queue => Queue(queue.Name),
        FlowStep.Survey survey => Survey(survey.Name),
        FlowStep.Voicemail mail => site.Voicemail.TryGetValue(mail.Mailbox, out var box) ? [box.DisplayName] : [],
        _ => [],
    };

    /// <summary>Ways out of a queue into other flows: by rules, and by keys of those who wait.</summary>
    public IReadOnlyList<BranchPicture> Exits(FlowStep step) =>
        step is FlowStep.Enqueue { Name: var name } && site.Queues.TryGetValue(name, out var queue)
            ?
            [
                .. queue.Overflow.Where(rule => rule.To is not null).Select(rule => new BranchPicture(When(rule), rule.To, [])),
                .. queue.Keys.Where(key => key.Flow is not null).Select(key => new BranchPicture($"key {key.Key}", key.Flow, [])),
            ]
            : [];

    /// <summary>The words at a branch.</summary>
    public static string Label(FlowStep step, string when) => (step, when) switch
    {
        (FlowStep.Menu, FlowStep.ElseWord) => "nothing that fits",
        (FlowStep.Menu, _) => $"key {when}",
        (FlowStep.Collect or FlowStep.Ask, FlowStep.ElseWord) => "no answer that fits",
        (FlowStep.Ask, "yes") => "1, yes",
        (FlowStep.Ask, "no") => "2, no",
        (FlowStep.Choose, FlowStep.ElseWord) => "anything else",
        (FlowStep.Choose choose, _) => $"{choose.Value} is {when}",
        _ => when,
    };

    /// <summary>Name of the icon for a step.</summary>
    public static string Icon(FlowStep step) => step switch
    {
        FlowStep.Play or FlowStep.Say or FlowStep.Speak or FlowStep.ChooseLanguage => "speak",
        FlowStep.Menu or FlowStep.Collect or FlowStep.Ask or FlowStep.Survey => "keypad",
        FlowStep.ByHours => "clock",
        FlowStep.ByCaller => "user",
        FlowStep.LookUp => "listen",
        FlowStep.Ring => "bell",
        FlowStep.RingPhone => "phone",
        FlowStep.RingOutside => "call-out",
        FlowStep.Enqueue => "waiting",
        FlowStep.Voicemail => "mail",
        FlowStep.HangUp => "hang-up",
        FlowStep.Set => "check",
        _ => "way",
    };

    private IReadOnlyList<string> Prompt(string name)
    {
        if (!site.Prompts.TryGetValue(name, out var prompt))
        {
            return [];
        }

        var first = prompt.Say is { } say ? $"“{say}”" : $"the sound {prompt.File}";
        return prompt.Others.Count == 0
            ? [first]
            : [first, $"also in {string.Join(", ", prompt.Others.Select(other => other.Language))}"];
    }

    private static string Digits(FlowStep.Collect collect) =>
        $"{(collect.Least == collect.Most ? $"{collect.Most}" : $"{collect.Least} to {collect.Most}")} digits";

    private static IReadOnlyList<string> Rules(EntryRules rules) =>
        [rules.Tries == 1 ? $"1 try of {Durations.InWords(rules.Wait)}" : $"{rules.Tries} tries of {Durations.InWords(rules.Wait)}"];

    private IReadOnlyList<string> Table(string name) => site.Tables.TryGetValue(name, out var table)
        ? [$"tells {string.Join(", ", table.Values)}", $"within {Durations.InWords(table.Timeout)}"]
        : [];

    private IReadOnlyList<string> Group(string name) => site.Groups.TryGetValue(name, out var group)
        ?
        [
            string.Join(", ", group.Phones.Select(Phone)),
            $"{KebabCase.Of(group.Strategy).Replace('-', ' ')}, {Durations.InWords(group.RingTime)}, "
                + (group.Rounds == 1 ? "1 round" : $"{group.Rounds} rounds"),
        ]
        : [];

    private IReadOnlyList<string> Queue(string name) => site.Queues.TryGetValue(name, out var queue)
        ?
        [
            string.Join(", ", queue.Agents.Select(one => site.Agents.GetValueOrDefault(one.Agent)?.DisplayName ?? one.Agent)),
            .. queue.Hours is { } hours ? new[] { $"hours {hours}" } : [],
            .. queue.Survey is { } survey ? new[] { $"survey {survey} after the talk" } : [],
        ]
        : [];

    private IReadOnlyList<string> Survey(string name) => site.Surveys.TryGetValue(name, out var survey)
        ?
        [
            $"{survey.Questions.Count} {(survey.Questions.Count == 1 ? "question" : "questions")}",
            .. survey.Share < 100 ? new[] { $"{survey.Share} % of the callers" } : [],
            .. Rules(survey.Rules),
        ]
        : [];

    private IEnumerable<string> Question(SurveyQuestion question) =>
        Prompt(question.Prompt).Take(1).Select(heard => $"{question.Name}: {heard}");

    private string Phone(string number) =>
        site.Phones.TryGetValue(number, out var phone) && phone.Name.Length > 0 ? $"{phone.Name} ({number})" : $"phone {number}";

    private static string When(OverflowRule rule) => rule switch
    {
        OverflowRule.After after => $"after {Durations.InWords(after.Time)}",
        OverflowRule.Waiting waiting => $"{waiting.Callers} waiting",
        OverflowRule.Forecast forecast => $"longer than {Durations.InWords(forecast.Wait)}",
        OverflowRule.NoAgents => "no agents",
        OverflowRule.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "An unknown rule."),
    };
}

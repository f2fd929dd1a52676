using Switchhook.Hardware.Yaml;
using Switchhook.Site.Diff;

namespace Switchhook.Site.Flows;

/// <summary>Says in words what steps do.</summary>
public static class StepWords
{
    /// <summary>A step without its branches: <c>menu main-menu</c>.</summary>
    public static string Title(FlowStep step) => step switch
    {
        FlowStep.Play play => $"play {play.Prompt}",
        FlowStep.Menu menu => $"menu {menu.Prompt}",
        FlowStep.Collect collect => $"collect {collect.Into}",
        FlowStep.Ask ask => $"ask {ask.Prompt}",
        FlowStep.ByHours hours => $"hours {hours.Hours}",
        FlowStep.Speak speak => $"language {speak.Language}",
        FlowStep.ChooseLanguage choice => $"language {string.Join(", ", choice.Keys.Select(key => $"{key.Key} {key.Language}"))}",
        FlowStep.ByCaller => "caller",
        FlowStep.LookUp { By: { } by } lookUp => $"look up {by} in {lookUp.Table}",
        FlowStep.LookUp lookUp => $"look up the caller in {lookUp.Table}",
        FlowStep.Choose choose => $"choose by {choose.Value}",
        FlowStep.Set set => $"set {string.Join(", ", SettingsOf(set))}",
        FlowStep.Say say => $"say {say.Value} as {KebabCase.Of(say.As)}",
        FlowStep.Ring ring => $"ring {ring.Group}",
        FlowStep.RingPhone phone => $"phone {phone.Number}",
        FlowStep.RingOutside outside => $"outside {outside.Number} over {outside.Over}",
        FlowStep.Enqueue queue => QueueFacts.InWords(queue),
        FlowStep.Voicemail mail => $"voicemail {mail.Mailbox}",
        FlowStep.Survey survey => $"survey {survey.Name}",
        FlowStep.Go go => $"go {go.Flow}",
        FlowStep.HangUp => "hang up",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "An unknown step."),
    };

    /// <summary>Where a branch leads: <c>flow billing</c>, <c>next step</c>, or its steps.</summary>
    public static string InWords(Branch branch) => branch switch
    {
        Branch.To to => $"flow {to.Flow}",
        Branch.Inline { Steps.Count: 0 } => "next step",
        Branch.Inline { Steps: var steps } => $"({Whole(steps)})",
        _ => throw new ArgumentOutOfRangeException(nameof(branch), branch, "An unknown branch."),
    };

    /// <summary>Steps with everything that they say.</summary>
    public static string Whole(IEnumerable<FlowStep> steps) => string.Join("; ", steps.Select(Whole));

    private static string Whole(FlowStep step)
    {
        string[] more = [.. RulesOf(step), .. step.Branches.Select(branch => $"{branch.When} → {InWords(branch.Branch)}")];
        return more.Length == 0 ? Title(step) : $"{Title(step)}: {string.Join(", ", more)}";
    }

    private static IEnumerable<string> RulesOf(FlowStep step) => step switch
    {
        FlowStep.Menu menu => [.. menu.TakesExtensions ? new[] { "extensions" } : [], .. InWords(menu.Rules)],
        FlowStep.Collect collect => [$"{collect.Least} to {collect.Most} digits", $"prompt {collect.Prompt}", .. InWords(collect.Rules)],
        FlowStep.Ask ask => InWords(ask.Rules),
        FlowStep.ChooseLanguage choice => InWords(choice.Rules),
        FlowStep.RingPhone phone => [$"for {Durations.InWords(phone.RingTime)}"],
        FlowStep.RingOutside outside => [$"for {Durations.InWords(outside.RingTime)}"],
        _ => [],
    };

    private static IEnumerable<string> InWords(EntryRules rules) =>
    [
        $"{rules.Tries} tries of {Durations.InWords(rules.Wait)}",
        .. rules.Wrong is { } wrong ? new[] { $"wrong {wrong}" } : [],
        .. rules.Silent is { } silent ? new[] { $"silent {silent}" } : [],
    ];

    private static IEnumerable<string> SettingsOf(FlowStep.Set set) =>
    [
        .. set.HeadStart is { } headStart ? new[] { $"head start {Durations.InWords(headStart)}" } : [],
        .. set.Skills is { } skills ? new[] { $"skills {skills}" } : [],
        .. set.Agent is { } agent ? new[] { $"agent {agent}" } : [],
        .. set.Grade is { } grade ? new[] { $"grade {grade}" } : [],
    ];
}

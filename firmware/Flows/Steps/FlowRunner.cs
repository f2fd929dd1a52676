using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps.Questions;
using Switchhook.Flows.Surveys;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Steps;

/// <summary>Takes a caller through the steps of flows, from top to bottom.</summary>
/// <param name="acts">Does what the steps say.</param>
/// <param name="memory">What is known of the caller.</param>
internal sealed class FlowRunner(IFlowActs acts, FlowMemory memory)
{
    /// <summary>More jumps than a caller makes who knows what he wants. The checker refuses circles that nobody chooses.</summary>
    private const int MaxJumps = 50;

    private const int FewestShown = 6;
    private const int LastShown = 2;

    private SiteModel Site => memory.Site.Model;

    /// <summary>The whole way.</summary>
    /// <returns>Why the call ends, in a sentence; null when someone had it, and it is over.</returns>
    public async Task<string?> RunAsync(string flowName)
    {
        for (var jumps = 0; jumps < MaxJumps; jumps++)
        {
            acts.Note(new StepPlace(flowName, ""), $"The call goes through flow {flowName}.");
            switch (await StepsAsync(Site.Flows[flowName].Steps, new StepPlace(flowName, "")))
            {
                case FlowMove.StoryEnd:
                    return null;
                case FlowMove.SurveyEnd:
                    return "The talk is over, and the survey after it.";
                case FlowMove.End:
                    return $"Flow {flowName} hangs up.";
                case FlowMove.To other:
                    flowName = other.Flow;
                    break;
                default:
                    return $"Flow {flowName} has no more steps.";
            }
        }

        return $"The call has gone through {MaxJumps} flows, and nobody had it.";
    }

    private async Task<FlowMove> StepsAsync(IReadOnlyList<FlowStep> steps, StepPlace within)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var place = within with { Path = within.Path.Length == 0 ? $"{i + 1}" : $"{within.Path}/{i + 1}" };
            acts.Pass(place);
            var move = await StepAsync(steps[i], place);
            if (move is not FlowMove.NextStep)
            {
                return move;
            }
        }

        return FlowMove.Next;
    }

    private async Task<FlowMove> StepAsync(FlowStep step, StepPlace at)
    {
        switch (step)
        {
            case FlowStep.Play play:
                acts.Note(at, $"Plays prompt {play.Prompt}.");
                await acts.PlayAsync([new FlowSound.Named(play.Prompt)]);
                return FlowMove.Next;
            case FlowStep.Say say:
                return await SayAsync(say, at);
            case FlowStep.Menu menu:
                return await MenuAsync(menu, at);
            case FlowStep.Collect collect:
                return await CollectAsync(collect, at);
            case FlowStep.Ask ask:
                return await AskAsync(ask, at);
            case FlowStep.Speak speak:
                return Speak(speak.Language, at);
            case FlowStep.ChooseLanguage choice:
                return await ChooseLanguageAsync(choice, at);
            case FlowStep.Survey survey:
                acts.Note(at, $"Next: {StepWords.Title(survey)}.");
                await new SurveyTalk(acts, memory, at).AskAsync(survey.Name);
                return FlowMove.Next;
            case FlowStep.Go go:
                return new FlowMove.To(go.Flow);
            case FlowStep.HangUp:
                return FlowMove.HangUp;
            default:
                return await new FlowRoutes(acts, memory, at).DecideAsync(step) is { } taken
                    ? await BranchAsync(taken, at)
                    : await ConnectAsync(step, at);
        }
    }

    private async Task<FlowMove> ConnectAsync(FlowStep step, StepPlace at)
    {
        acts.Note(at, $"Next: {StepWords.Title(step)}.");
        var move = await (step switch
        {
            FlowStep.Ring ring => acts.RingAsync(ring),
            FlowStep.RingPhone phone => acts.RingPhoneAsync(phone),
            FlowStep.RingOutside outside => acts.RingOutsideAsync(outside),
            FlowStep.Enqueue queue => acts.EnqueueAsync(queue),
            FlowStep.Voicemail mail => acts.TakeMessageAsync(mail),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "An unknown step."),
        });
        if (move is not FlowMove.AfterTalk talk)
        {
            return move;
        }

        await new SurveyTalk(acts, memory, at).AskAsync(talk);
        return FlowMove.AskedAfterTalk;
    }

    private Task<FlowMove> BranchAsync(LabelledBranch taken, StepPlace at)
    {
        var branch = at with { Path = $"{at.Path}/{taken.When}" };
        acts.Pass(branch);
        if (taken.Branch is Branch.To { Flow: var flow })
        {
            return Task.FromResult<FlowMove>(new FlowMove.To(flow));
        }

        var steps = ((Branch.Inline)taken.Branch).Steps;
        return StepsAsync(steps, branch);
    }

    private async Task<FlowMove> SayAsync(FlowStep.Say say, StepPlace at)
    {
        if (memory.AnyValue(say.Value) is not { } text)
        {
            acts.Note(at, $"Says nothing: the call has no value {say.Value}.");
            return FlowMove.Next;
        }

        acts.Note(at, $"Says the value {say.Value}.");
        await acts.PlayAsync([new FlowSound.Value(text, say.As)]);
        return FlowMove.Next;
    }

    private async Task<FlowMove> MenuAsync(FlowStep.Menu menu, StepPlace at)
    {
        IReadOnlyCollection<string> answers =
            [.. menu.Keys.Select(key => key.When), .. menu.TakesExtensions ? Site.Phones.Keys : []];
        var keys = await new CallerQuestion(acts, at, menu.Rules).AskAsync(
            StepWords.Title(menu), [new FlowSound.Named(menu.Prompt)], keys => EntryFits.OneOf(answers, keys));
        if (keys is not null && menu.Keys.FirstOrDefault(key => key.When == keys) is { } chosen)
        {
            acts.Note(at, $"The caller presses {keys}: {StepWords.InWords(chosen.Branch)}.");
            return await BranchAsync(chosen, at);
        }

        if (keys is not null)
        {
            acts.Note(at, $"The caller dials extension {keys}.");
            return await acts.RingPhoneAsync(new FlowStep.RingPhone(keys, SiteDefaults.Ring));
        }

        return await ElseAsync(menu.Else, at);
    }

    private async Task<FlowMove> CollectAsync(FlowStep.Collect collect, StepPlace at)
    {
        var question = new CallerQuestion(acts, at, collect.Rules) { Wrong = Phrase.WrongEntry, Shown = Hidden };
        var digits = await question.AskAsync(
            StepWords.Title(collect),
            [new FlowSound.Named(collect.Prompt)],
            keys => EntryFits.Digits(collect.Least, collect.Most, keys));
        if (digits is null)
        {
            return await ElseAsync(collect.Else, at);
        }

        acts.Note(at, $"The caller enters {collect.Into}: {Hidden(digits)}.");
        memory.Keep(collect.Into, digits);
        return FlowMove.Next;
    }

    private async Task<FlowMove> AskAsync(FlowStep.Ask ask, StepPlace at)
    {
        var key = await new CallerQuestion(acts, at, ask.Rules).AskAsync(
            StepWords.Title(ask),
            [new FlowSound.Named(ask.Prompt), new FlowSound.OfBox(Phrase.YesOrNo)],
            keys => EntryFits.OneOf(["1", "2"], keys));
        if (key is null)
        {
            return await ElseAsync(ask.Else, at);
        }

        var taken = key == "1" ? new LabelledBranch("yes", ask.Yes) : new LabelledBranch("no", ask.No);
        acts.Note(at, $"The caller answers {taken.When}: {StepWords.InWords(taken.Branch)}.");
        return await BranchAsync(taken, at);
    }

    private async Task<FlowMove> ChooseLanguageAsync(FlowStep.ChooseLanguage choice, StepPlace at)
    {
        var answers = choice.Keys.Select(key => key.Key).ToList();
        var key = await new CallerQuestion(acts, at, choice.Rules).AskAsync(
            StepWords.Title(choice),
            [.. choice.Keys.Select(one => new FlowSound.OfBox(Phrase.LanguageKey(one.Key[0]), one.Language))],
            keys => EntryFits.OneOf(answers, keys));
        return Speak((choice.Keys.FirstOrDefault(one => one.Key == key) ?? choice.Keys[0]).Language, at);
    }

    private FlowMove Speak(string language, StepPlace at)
    {
        acts.Note(at, $"The caller hears {language} from now on.");
        memory.Language = language;
        return FlowMove.Next;
    }

    private Task<FlowMove> ElseAsync(Branch otherwise, StepPlace at)
    {
        acts.Note(at, $"Nothing that fits: {StepWords.InWords(otherwise)}.");
        return BranchAsync(new LabelledBranch(FlowStep.ElseWord, otherwise), at);
    }

    // What a caller enters may be a secret: the journal gets its length and its last digits.
    private static string Hidden(string digits)
    {
        var shown = digits.Length < FewestShown ? 0 : LastShown;
        return new string('•', digits.Length - shown) + digits[^shown..];
    }
}

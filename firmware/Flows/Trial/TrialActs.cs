using Switchhook.Flows.Announcing;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Steps;
using Switchhook.Flows.Surveys;
using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Prompts;
using Switchhook.Site.Queues;
using Switchhook.Site.Surveys;

namespace Switchhook.Flows.Trial;

/// <summary>Writes down what the steps of a flow do to a caller.</summary>
/// <param name="memory">What is known of him.</param>
/// <param name="request">What he does.</param>
/// <param name="at">When he calls: no time passes on paper.</param>
/// <param name="lookUps">Looks values up.</param>
/// <param name="lines">Takes what happens.</param>
/// <param name="cancel">Nobody wants to know any more.</param>
internal sealed class TrialActs(
    FlowMemory memory, TrialRequest request, DateTimeOffset at, ILookUps lookUps, List<TrialLine> lines, CancellationToken cancel)
    : IFlowActs
{
    private readonly List<(string Flow, string Path)> _passed = [];
    private readonly Queue<string?> _answers = new(request.Keys);
    private readonly Queue<char> _keys = [];
    private StepPlace _place;

    private SiteModel Site => memory.Site.Model;

    /// <summary>The steps and branches that he came through, each once.</summary>
    public IReadOnlyList<(string Flow, string Path)> Passed => [.. _passed.Distinct()];

    public void Pass(StepPlace place)
    {
        cancel.ThrowIfCancellationRequested();
        _passed.Add((place.Flow, place.Path));
    }

    public OpeningAnswer HoursOf(string timetable) => memory.Site.Hours.At(timetable, at, request.IsNight);

    public void Note(StepPlace place, string words)
    {
        _place = place;
        Tell(TrialLineKind.Step, words);
    }

    /// <summary>Writes down what belongs to the last step.</summary>
    public void Tell(TrialLineKind kind, string words) => lines.Add(new TrialLine(_place.Flow, _place.Path, kind, words));

    public Task PlayAsync(IReadOnlyList<FlowSound> sounds)
    {
        foreach (var sound in sounds)
        {
            Tell(TrialLineKind.Heard, WordsOf(sound));
        }

        return Task.CompletedTask;
    }

    // Keys of one answer come without a pause; the next answer waits for the next question.
    public async Task<char?> KeyAsync(IReadOnlyList<FlowSound> sounds, TimeSpan wait)
    {
        if (_keys.Count == 0 && sounds.Count > 0)
        {
            await PlayAsync(sounds);
            foreach (var key in _answers.TryDequeue(out var answer) ? answer ?? "" : "")
            {
                _keys.Enqueue(key);
            }
        }

        return _keys.TryDequeue(out var next) ? next : null;
    }

    public Task DrainKeysAsync()
    {
        _keys.Clear();
        return Task.CompletedTask;
    }

    public async Task<LookUpAnswer> LookUpAsync(TableConfig table, string key, bool isCaller)
    {
        var answer = await lookUps.FindAsync(table, key, isCaller, cancel);
        cancel.ThrowIfCancellationRequested();
        return answer;
    }

    public Task<FlowMove> RingAsync(FlowStep.Ring step)
    {
        var group = Site.Groups[step.Group];
        return People($"Phones {string.Join(", ", group.Phones)} ring ({KebabCase.Of(group.Strategy)}).");
    }

    public Task<FlowMove> RingPhoneAsync(FlowStep.RingPhone step) =>
        People($"Phone {step.Number} rings for {Durations.InWords(step.RingTime)}: {Site.Phones[step.Number].Name}.");

    public Task<FlowMove> RingOutsideAsync(FlowStep.RingOutside step) =>
        People($"{step.Number} is called over {step.Over}.");

    public Task<FlowMove> EnqueueAsync(FlowStep.Enqueue step)
    {
        _keys.Clear();
        var queue = Site.Queues[step.Name];
        if (queue.Hours is { } hours && HoursOf(hours).State != OpeningState.Open)
        {
            return LetGo(queue.Overflow.FirstOrDefault(rule => rule is OverflowRule.Closed), $"Queue {queue.Name} is closed.");
        }

        Tell(TrialLineKind.Outcome, $"The caller waits in queue {queue.Name}.");
        if (!request.IsUnanswered)
        {
            return queue.Survey is { } survey && SurveyTalk.WhyNever(memory) is null ? Asked(survey, queue.Name) : Answered();
        }

        var rule = queue.Overflow.FirstOrDefault(rule => rule is OverflowRule.NoAgents)
            ?? queue.Overflow.OfType<OverflowRule.After>().MinBy(rule => rule.Time);
        if (rule is null)
        {
            Tell(TrialLineKind.Outcome, "He waits until an agent has time, or he gives up: no rule lets him go.");
            return Task.FromResult(FlowMove.Over);
        }

        return LetGo(rule, rule is OverflowRule.After after ? $"{Durations.InWords(after.Time)} are over." : "No agent is logged in.");
    }

    public Task<FlowMove> TakeMessageAsync(FlowStep.Voicemail step)
    {
        _keys.Clear();
        Tell(TrialLineKind.Outcome, $"The caller can leave a message in mailbox {step.Mailbox}; who stays on the line goes on.");
        return Task.FromResult(FlowMove.Next);
    }

    public bool IsAmong(int share)
    {
        if (share < 100)
        {
            Tell(TrialLineKind.Outcome, $"{share} % of the callers are asked; this one is.");
        }

        return true;
    }

    public void BeginSurvey(string survey, FlowMove.AfterTalk? talk) =>
        Tell(TrialLineKind.Outcome, $"The caller is asked the questions of survey {survey}.");

    public void KeepAnswer(string survey, SurveyQuestion question, SurveyKey answer, FlowMove.AfterTalk? talk) => Tell(
        TrialLineKind.Outcome,
        $"Question {question.Name}: the caller answers {answer.Key}{(answer.Words is { } words ? $" ({words})" : "")}.");

    private Task<FlowMove> Asked(string survey, string queue)
    {
        Tell(TrialLineKind.Outcome, "Someone answers, and hangs up in the end.");
        IsAmong(Site.Surveys[survey].Share);
        return Task.FromResult<FlowMove>(new FlowMove.AfterTalk(survey, queue, Agent: null));
    }

    private Task<FlowMove> LetGo(OverflowRule? rule, string why)
    {
        if (rule is { TakesMessage: true })
        {
            Tell(TrialLineKind.Outcome, $"{why} The caller is asked for a message.");
            return Task.FromResult(FlowMove.Over);
        }

        Tell(TrialLineKind.Outcome, $"{why} The caller goes on with {(rule?.To is { } flow ? $"flow {flow}" : "the next step")}.");
        return Task.FromResult(FlowMove.GoOn(rule?.To));
    }

    private Task<FlowMove> People(string words)
    {
        _keys.Clear();
        Tell(TrialLineKind.Outcome, words);
        if (!request.IsUnanswered)
        {
            return Answered();
        }

        Tell(TrialLineKind.Outcome, "Nobody answers.");
        return Task.FromResult(FlowMove.Next);
    }

    private Task<FlowMove> Answered()
    {
        Tell(TrialLineKind.Outcome, "Someone answers, and the flow is over.");
        return Task.FromResult(FlowMove.Over);
    }

    private string WordsOf(PromptConfig prompt)
    {
        var heard = prompt.In(memory.Language, Site.Language) ?? new PromptText(Site.Language, prompt.File, prompt.Say);
        return heard.Say ?? $"(the sound {heard.File})";
    }

    private string WordsOf(FlowSound sound) => sound switch
    {
        FlowSound.Named named => Site.Prompts.TryGetValue(named.Prompt, out var prompt)
            ? WordsOf(prompt)
            : $"(no prompt {named.Prompt})",
        FlowSound.OfBox box => Phrasebook.For(box.Language ?? memory.Language).Say(box.Phrase),
        FlowSound.Value value => $"{value.Text}, as {KebabCase.Of(value.As)}",
        _ => throw new ArgumentOutOfRangeException(nameof(sound), sound, "An unknown sound."),
    };
}

using Switchhook.Audio;
using Switchhook.Calls.Journal;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Steps.People;
using Switchhook.Flows.Steps.Questions;
using Switchhook.Site.Flows;
using Switchhook.Site.Surveys;

namespace Switchhook.Flows.Steps;

/// <summary>Does to a caller what the steps of a flow say.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="people">Finds someone for the caller.</param>
/// <param name="flow">The call.</param>
internal sealed class CallActs(FlowServices services, PeopleSteps people, FlowCall flow) : IFlowActs, IDisposable
{
    /// <summary>So long without a key ends a wrong answer.</summary>
    private static readonly TimeSpan KeyPause = TimeSpan.FromMilliseconds(700);

    private readonly CallerKeys _keys = new(services.Loop, flow.Caller);

    public OpeningAnswer HoursOf(string timetable) =>
        flow.Site.Hours.At(timetable, services.Loop.Time.GetUtcNow(), flow.Site.Night());

    public void Dispose() => _keys.Dispose();

    public void Note(StepPlace at, string words) =>
        flow.Call.Write(new StepTaken(flow.Call.Id, "flow", words) { Flow = at.Flow, Path = at.Path });

    public async Task PlayAsync(IReadOnlyList<FlowSound> sounds)
    {
        flow.Caller.Answer();
        foreach (var sound in sounds)
        {
            if (!_keys.Any && await flow.SoundAsync(sound) is { } prompt && !_keys.Any)
            {
                using var cut = CancellationTokenSource.CreateLinkedTokenSource(flow.Caller.Gone);
                _keys.Pressed += cut.Cancel;
                await flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, cut.Token);
                _keys.Pressed -= cut.Cancel;
                flow.Caller.Gone.ThrowIfCancellationRequested();
            }
        }
    }

    // The keys of an answer are nobody's but the box's: they may be secret, and belong in no recording.
    public async Task<char?> KeyAsync(IReadOnlyList<FlowSound> sounds, TimeSpan wait)
    {
        flow.Caller.Media.KeepsKeys = true;
        await PlayAsync(sounds);
        return await _keys.TakeAsync(wait);
    }

    public async Task DrainKeysAsync()
    {
        do
        {
            _keys.Forget();
        }
        while (await _keys.TakeAsync(KeyPause) is not null);
    }

    public Task<LookUpAnswer> LookUpAsync(TableConfig table, string key, bool isCaller) =>
        services.LookUps.FindAsync(table, key, isCaller, flow.Caller.Gone);

    public Task<FlowMove> RingAsync(FlowStep.Ring step) => WithoutKeysAsync(() => people.RingAsync(flow, step));

    public Task<FlowMove> RingPhoneAsync(FlowStep.RingPhone step) => WithoutKeysAsync(() => people.RingPhoneAsync(flow, step));

    public Task<FlowMove> RingOutsideAsync(FlowStep.RingOutside step) => WithoutKeysAsync(() => people.RingOutsideAsync(flow, step));

    public Task<FlowMove> EnqueueAsync(FlowStep.Enqueue step) => WithoutKeysAsync(() => people.EnqueueAsync(flow, step));

    public Task<FlowMove> TakeMessageAsync(FlowStep.Voicemail step) => WithoutKeysAsync(() => people.TakeMessageAsync(flow, step));

    public bool IsAmong(int share) => services.IsAmong(share);

    public void BeginSurvey(string survey, FlowMove.AfterTalk? talk) =>
        flow.Call.Write(new SurveyAsked(flow.Call.Id, flow.NextSurvey(), survey, talk?.Queue, talk?.Agent));

    public void KeepAnswer(string survey, SurveyQuestion question, SurveyKey answer, FlowMove.AfterTalk? talk) =>
        flow.Call.Write(new SurveyAnswered(
            flow.Call.Id, flow.Survey, survey, question.Name, answer.Key, talk?.Queue, talk?.Agent)
        {
            Meaning = answer.Words,
            Best = question.Best,
        });

    // What a caller presses while he waits or talks is for those whom he waits for or talks with.
    private async Task<FlowMove> WithoutKeysAsync(Func<Task<FlowMove>> step)
    {
        flow.Caller.Media.KeepsKeys = false;
        try
        {
            return await step();
        }
        finally
        {
            _keys.Forget();
        }
    }
}

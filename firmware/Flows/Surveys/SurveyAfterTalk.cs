using Switchhook.Flows.Steps;

namespace Switchhook.Flows.Surveys;

/// <summary>Decides whether a caller is asked who is left alone because the agent has hung up.</summary>
internal static class SurveyAfterTalk
{
    /// <summary>What comes after the talk; null when the call ends with it. The recording ends before the questions.</summary>
    /// <param name="services">What flows work with.</param>
    /// <param name="flow">The call.</param>
    /// <param name="queue">The queue whose caller it is.</param>
    /// <param name="agent">Who has talked with the caller.</param>
    public static FlowMove.AfterTalk? Choose(FlowServices services, FlowCall flow, string queue, string? agent)
    {
        var site = flow.Site.Model;
        if (site.Queues.GetValueOrDefault(queue)?.Survey is not { } survey)
        {
            return null;
        }

        var share = site.Surveys[survey].Share;
        var why = SurveyTalk.WhyNever(flow.Memory)
            ?? (services.IsAmong(share) ? null : $"The caller is not asked: {share} % of the callers are.");
        if (why is not null)
        {
            flow.Call.Note("survey", why);
            return null;
        }

        services.Recorder.EndRecording(flow.Caller);
        return new FlowMove.AfterTalk(survey, queue, agent);
    }
}

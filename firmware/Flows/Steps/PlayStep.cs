using Switchhook.Audio;
using Switchhook.Site;

namespace Switchhook.Flows.Steps;

/// <summary>Answers, and plays a prompt to its end.</summary>
internal static class PlayStep
{
    public static async Task RunAsync(FlowCall flow, FlowStep.Play step)
    {
        if (!flow.Site.Prompts.Prompts.TryGetValue(step.Prompt, out var prompt))
        {
            var why = flow.Site.Prompts.Missing.GetValueOrDefault(step.Prompt, "it is not loaded");
            flow.Call.Note("play", $"Prompt {step.Prompt} was left out: {why}");
            return;
        }

        flow.Caller.Answer();
        flow.Call.Note("play", $"Plays prompt {step.Prompt}.");
        await flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, flow.Caller.Gone);
        flow.Caller.Gone.ThrowIfCancellationRequested();
    }
}

using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Opening;

namespace Switchhook.Flows.Dialling;

/// <summary>Does what anybody dials by a code, and says so.</summary>
internal sealed class PhoneCodeDialling(NightSwitch night)
{
    private static readonly Cause Done = new(CauseCode.FlowEnded, "The code has been taken.");

    /// <summary>The whole of it.</summary>
    /// <param name="origin">The phone's own leg, in no call.</param>
    /// <param name="action">What was dialled.</param>
    /// <param name="site">The site in force.</param>
    public async Task RunAsync(Leg origin, PhoneAction action, SiteInForce site)
    {
        origin.Answer();
        if (site.Prompts.Announcements.Make([Do(origin, action)]).Prompt is { } prompt)
        {
            await origin.Media.PlayAsync(prompt.Open(), PlayMode.Instead, origin.Gone);
        }

        origin.HangUp(Done);
    }

    private Phrase Do(Leg origin, PhoneAction action) => action switch
    {
        PhoneAction.Night turn => night.Set(turn.On ?? !night.IsOn, origin.Party.ToString()) ? Phrase.NightOn : Phrase.NightOff,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An unknown code."),
    };
}

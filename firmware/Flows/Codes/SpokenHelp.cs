using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Voicemail;

namespace Switchhook.Flows.Codes;

/// <summary>Tells a user which codes there are: # goes to the next, * ends it.</summary>
internal sealed class SpokenHelp(ControlLoop loop)
{
    /// <summary>The longest that it takes; a handset beside its phone is let go then.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);
    private static readonly Cause TimeUp = new(CauseCode.FlowEnded, "The help has been told for long enough.");
    private static readonly Cause Done = new(CauseCode.FlowEnded, "The help has been told.");

    /// <summary>The whole of it.</summary>
    /// <param name="user">The user's leg, in no call.</param>
    /// <param name="site">The site in force.</param>
    public async Task RunAsync(Leg user, SiteInForce site)
    {
        user.Answer();
        using var limit = loop.Schedule(Longest, () => user.HangUp(TimeUp));

        // Said whole: the last digit that was dialled sounds into it, and is no key.
        await OutsideWay.SayAsync(user, site, CodePhrases.HelpKeys);
        using (var keys = new PhoneKeys(loop, user))
        {
            foreach (var phrase in CodePhrases.HelpOf(site.Model))
            {
                await keys.PlayAsync(site.Prompts.Announcements.Make(phrase).Prompt?.Open());
                if (keys.IsGone || await keys.NextAsync(Pause) == '*')
                {
                    break;
                }
            }
        }

        user.HangUp(Done);
    }
}

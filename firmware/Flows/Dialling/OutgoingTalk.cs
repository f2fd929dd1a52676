using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>What a party of the house hears while another one rings outside, and their talk.</summary>
internal sealed class OutgoingTalk(FlowServices services, Conversations conversations)
{
    private const double RingbackLevelDbm0 = -19;

    /// <summary>Goes on with a line that got through.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">The party of the house, connected or waiting for an answer.</param>
    /// <param name="line">Dialled, and got through.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>True when the other side answered, in this call.</returns>
    public async Task<bool> RunAsync(Call call, Leg origin, Leg line, SiteInForce site)
    {
        var conversation = conversations.Of(origin) ?? conversations.Begin(call, site);
        conversation.Join(origin);
        if (site.Model.Record != RecordPolicy.None)
        {
            services.Recorder.Record(call, line);
        }

        if (!line.Audible.IsCompleted)
        {
            LetRing(origin, site, line.Audible);
        }

        if (!await line.Audible)
        {
            call.End(await line.Ended);
            return false;
        }

        // The user hears the exchange itself: its ringback, its busy tone, its announcements.
        origin.ShowProgress();
        conversation.Join(line);
        if (!await line.Answered || !ReferenceEquals(line.Call, call))
        {
            return false;
        }

        origin.Answer();
        call.Connected(line.Party);
        return true;
    }

    /// <summary>
    /// Lets a party hear that it rings: one that the box feeds hears a tone of the box; one that makes its tones itself is told.
    /// </summary>
    public void LetRing(Leg origin, SiteInForce site, Task until)
    {
        origin.ShowRinging();
        if (origin.State == LegState.Connected)
        {
            services.Loop.Watch(PlayRingbackAsync(origin, site, until));
        }
    }

    private static async Task PlayRingbackAsync(Leg origin, SiteInForce site, Task until)
    {
        var tone = new ToneSource(site.Country.Tones[ToneKind.Ringback], RingbackLevelDbm0);
        _ = origin.Media.PlayAsync(tone, PlayMode.Instead, origin.Gone);
        await until;
        if (origin.State != LegState.Ended)
        {
            origin.Media.StopPlaying();
        }
    }
}

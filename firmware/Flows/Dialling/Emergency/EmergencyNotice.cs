using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling.Outbound;

namespace Switchhook.Flows.Dialling.Emergency;

/// <summary>Rings the front desk while somebody calls for help, and says who and where. The journal tells pages and mail.</summary>
internal sealed class EmergencyNotice(FlowServices services)
{
    /// <summary>So long the front desk is rung.</summary>
    public static readonly TimeSpan RingTime = TimeSpan.FromMinutes(2);

    /// <summary>Said more than once: whoever lifts does not expect it.</summary>
    private const int Times = 3;

    /// <summary>Begins to tell; returns at once.</summary>
    /// <param name="call">The emergency call; its journal is told who cannot be rung.</param>
    /// <param name="called">Who called, and where.</param>
    /// <param name="site">The site in force.</param>
    public void Tell(Call call, EmergencyCalled called, SiteInForce site)
    {
        foreach (var number in site.Model.Emergency.FrontDesk(site.Model.Phones.Keys).Where(number => number != called.Phone))
        {
            services.Loop.Watch(TellAsync(call, number, called, site));
        }
    }

    private async Task TellAsync(Call call, string number, EmergencyCalled called, SiteInForce site)
    {
        var shown = new CallerIdentity(called.Phone, $"EMERGENCY {called.Phone} {called.Place}".Trim(), called.Words);
        if (services.Stations.Phone(number) is not { } phone || phone.Offer(new Offer(shown, CallWaiting: true)) is not { } leg)
        {
            call.Note("emergency", $"Phone {number} could not be told.");
            return;
        }

        var told = services.Calls.Begin(CallDirection.Internal, leg, shown, null);
        using (services.Loop.Schedule(RingTime, () => leg.HangUp(Cause.NoAnswer)))
        {
            await leg.Answered;
        }

        if (leg.Answerer is not { State: LegState.Connected } answerer)
        {
            told.End(await leg.Ended);
            return;
        }

        IReadOnlyList<Phrase> words =
            [Phrase.EmergencyFrom(called.Phone), .. called.Place is { } place ? [Phrase.EmergencyPlace(place)] : Array.Empty<Phrase>()];
        for (var times = 0; times < Times && answerer.State == LegState.Connected; times++)
        {
            await OutsideWay.SayAsync(answerer, site, words);
        }

        told.End(new Cause(CauseCode.FlowEnded, "The front desk has been told."));
    }
}

using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;

namespace Switchhook.Flows.Talking;

/// <summary>The places at which calls are parked. Control loop only.</summary>
internal sealed class ParkingLot(FlowServices services, Conversations conversations)
{
    private readonly Dictionary<int, ParkedCall> _places = [];

    /// <summary>Parks the other party of the call that a phone has on hold.</summary>
    /// <param name="user">Another leg of that phone.</param>
    /// <param name="site">The site in force.</param>
    public ParkResult ParkHeld(Leg user, SiteInForce site)
    {
        var held = services.Calls.InProgress.SelectMany(call => call.Legs).LastOrDefault(
            leg => leg != user && leg.Party == user.Party && leg is { IsHeld: true, State: LegState.Connected });
        return held is null ? ParkResult.NoCall("The phone has no call on hold.") : Park(held, site);
    }

    /// <summary>Parks the other party of a call. The user's leg ends.</summary>
    /// <param name="user">The user's leg in the call.</param>
    /// <param name="site">The site in force.</param>
    public ParkResult Park(Leg user, SiteInForce site)
    {
        if (user.Party.IsOutside || conversations.Of(user) is not { } conversation
            || conversation.Present.Where(leg => leg != user).ToList() is not [{ State: LegState.Connected } other])
        {
            return ParkResult.NoCall("There is no call with one other party that could be parked.");
        }

        var place = Enumerable.Range(1, site.Model.Parking.Places).FirstOrDefault(one => !_places.ContainsKey(one));
        if (place == 0)
        {
            return ParkResult.Full;
        }

        conversation.SomebodyComes();
        conversation.Release(user);
        conversation.Call.Write(new CallParked(conversation.Call.Id, place, other.Party, user.Party));
        var parked = new ParkedCall(services, conversation, other, place, user.Party, site);
        _places.Add(place, parked);
        services.Loop.Watch(KeepAsync(parked));
        user.HangUp(new Cause(CauseCode.Transferred, $"Parked the call at place {place}."));
        return ParkResult.At(place);
    }

    /// <summary>Takes a parked call.</summary>
    /// <param name="place">Number of the place.</param>
    /// <param name="by">The leg of who takes it, in no call.</param>
    /// <returns>False when nothing is parked there.</returns>
    public bool TryTake(int place, Leg by) => _places.TryGetValue(place, out var parked) && parked.TryTake(by);

    private async Task KeepAsync(ParkedCall parked)
    {
        await parked.RunAsync();
        _places.Remove(parked.Place);
    }
}

/// <summary>What became of the wish to park a call.</summary>
/// <param name="Place">Where it is; null when it is not parked.</param>
/// <param name="Phrase">What the user hears.</param>
/// <param name="WhyNot">Why it is not, for the journal; null when it is parked.</param>
internal sealed record ParkResult(int? Place, Phrase Phrase, Cause? WhyNot)
{
    /// <summary>All places are taken.</summary>
    public static ParkResult Full { get; } =
        new(null, CodePhrases.ParkingFull, new Cause(CauseCode.Busy, "All places for parked calls are taken."));

    /// <summary>It is parked.</summary>
    public static ParkResult At(int place) => new(place, CodePhrases.ParkedAt(place), null);

    /// <summary>There is none to park.</summary>
    public static ParkResult NoCall(string why) => new(null, CodePhrases.NoCallToPark, new Cause(CauseCode.Refused, why));
}

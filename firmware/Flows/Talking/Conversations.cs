using Switchhook.Calls;

namespace Switchhook.Flows.Talking;

/// <summary>Finds the conversation of a call, and joins two of them: transfer and three-way call.</summary>
internal sealed class Conversations(FlowServices services)
{
    private static readonly Cause Moved = new(CauseCode.Transferred, "Went on in another call.");

    private readonly Dictionary<CallId, Conversation> _byCall = [];

    /// <summary>Begins the conversation of a call.</summary>
    public Conversation Begin(Call call, SiteInForce site)
    {
        var conversation = new Conversation(call, services.Loop, services.Media, site.Country);
        _byCall.Add(call.Id, conversation);
        services.Loop.Watch(ForgetAsync(call.Id, conversation));
        return conversation;
    }

    /// <summary>The phone is out; the party on hold and the one that it called go on together.</summary>
    public void Transfer(Leg held, Leg active)
    {
        Merge(held, active, $"Transferred by {held.Party}.");
        held.HangUp(new Cause(CauseCode.Transferred, $"Transferred the call and left."));
    }

    /// <summary>All three talk in the call of the held leg.</summary>
    public void Conference(Leg held, Leg active) => Merge(held, active, $"Brought in by {held.Party}.");

    /// <summary>The conversation that a leg is in; null when it is in none.</summary>
    public Conversation? Of(Leg leg) =>
        leg.Call is { } call && _byCall.GetValueOrDefault(call.Id) is { } conversation && conversation.Present.Contains(leg)
            ? conversation
            : null;

    /// <summary>A leg takes the place of another one; it only ends when that is in no conversation.</summary>
    public void Replace(Leg old, Leg fresh)
    {
        if (Of(old) is not { } conversation)
        {
            fresh.HangUp(new Cause(CauseCode.Refused, "The call whose place it was to take is over."));
            return;
        }

        old.Call!.Add(fresh, $"Takes the place of {old.Party}.");
        conversation.Join(fresh);
        old.HangUp(new Cause(CauseCode.Transferred, $"{fresh.Party.Capitalised} took its place."));
    }

    /// <summary>Rings a phone back whose transfer nobody answered.</summary>
    public Leg? Recall(Leg phone)
    {
        var caller = new CallerIdentity(null, "Transfer came back", "The transfer was not answered.");
        return services.Stations.Phone(phone.Party.Name)?.Offer(new Offer(caller, CallWaiting: false));
    }

    private void Merge(Leg held, Leg active, string why)
    {
        var consulted = active.Call;
        if (held.Call is not { } call || consulted is null || !_byCall.TryGetValue(call.Id, out var conversation))
        {
            active.HangUp(Cause.FarEnd);
            return;
        }

        // Everything is moved before anything ends, so that neither conversation sees itself alone.
        var others = consulted.Legs.Where(leg => !ReferenceEquals(leg, active)).DefaultIfEmpty(null).ToList();
        var left = _byCall.GetValueOrDefault(consulted.Id);
        foreach (var leg in consulted.Legs)
        {
            left?.Release(leg);
        }

        foreach (var leg in others)
        {
            services.Loop.Watch(conversation.BringAsync(leg, why, () => Recall(held)));
        }

        left?.Dissolve(Moved);
        active.HangUp(Moved);
        consulted.End(new Cause(CauseCode.Transferred, $"Went on as call {call.Id}."));
    }

    private async Task ForgetAsync(CallId call, Conversation conversation)
    {
        await conversation.Over;
        _byCall.Remove(call);
    }
}

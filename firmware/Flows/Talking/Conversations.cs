using Switchhook.Calls;

namespace Switchhook.Flows.Talking;

/// <summary>Finds the conversation of a call, and joins two of them: transfer and three-way call.</summary>
internal sealed class Conversations(FlowServices services)
{
    private static readonly Cause Moved = new(CauseCode.Transferred, "Went on in another call.");

    private readonly Dictionary<CallId, Conversation> _byCall = [];

    /// <summary>Begins the conversation of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="site">The site that it began with.</param>
    /// <param name="hold">What is heard on hold; null for that of the site.</param>
    public Conversation Begin(Call call, SiteInForce site, HoldSound? hold = null)
    {
        var sound = hold ?? new HoldSound(services, site);
        var conversation = new Conversation(call, services.Loop, services.Media, site.Country, sound.Open);
        _byCall.Add(call.Id, conversation);
        services.Loop.Watch(ForgetAsync(call.Id, conversation));
        return conversation;
    }

    /// <summary>The phone is out; the party on hold and the one that it called go on together.</summary>
    public void Transfer(Leg held, Leg active)
    {
        Merge(held, active, $"Transferred by {held.Party}.", heldLeaves: true);
        held.HangUp(new Cause(CauseCode.Transferred, $"Transferred the call and left."));
    }

    /// <summary>All three talk in the call of the held leg.</summary>
    public void Conference(Leg held, Leg active) => Merge(held, active, $"Brought in by {held.Party}.", heldLeaves: false);

    /// <summary>The conversation that a leg is a party of; null when it is in none, or only attends.</summary>
    public Conversation? Of(Leg leg) => InCall(leg) is { } conversation && conversation.Present.Contains(leg) ? conversation : null;

    /// <summary>
    /// Lets a supervisor hear a phone that talks, and help it. Who may do that is the caller's to check; the call's journal tells it.
    /// </summary>
    /// <param name="supervisor">
    /// The supervisor's leg, alone in a call of its own, or in none; answered when this returns null, and in the call of the phone.
    /// </param>
    /// <param name="phoneNumber">The phone to watch.</param>
    /// <param name="mode">How it begins; the supervisor changes it by keys.</param>
    /// <param name="by">Who asked for it at a page or by the API; null for a code that was dialled at the phone.</param>
    /// <returns>Null when it has begun; else why it is not possible, as a sentence.</returns>
    public string? Supervise(Leg supervisor, string phoneNumber, SupervisionMode mode, string? by = null)
    {
        var phone = Party.Phone(phoneNumber);
        if (supervisor.State == LegState.Ended)
        {
            return $"{supervisor.Party.Capitalised} has hung up.";
        }

        if (supervisor.Party == phone)
        {
            return $"{supervisor.Party.Capitalised} cannot listen to itself.";
        }

        if (InCall(supervisor) is not null || supervisor.Call?.Legs.Count > 1)
        {
            return $"{supervisor.Party.Capitalised} is in a call with others already.";
        }

        var watched = TalkingAt(phone);
        if (watched is null || InCall(watched) is not { } conversation)
        {
            return $"{phone.Capitalised} talks to nobody.";
        }

        if (conversation.IsFull)
        {
            return $"Too many are in the call of {phone} already.";
        }

        var own = supervisor.Call;
        var name = services.Stations.Phone(supervisor.Party.Name)?.Name;
        new Supervision(supervisor, name, watched, conversation, services.Loop, by).Begin(mode);
        own?.End(new Cause(CauseCode.Transferred, $"Went on as call {conversation.Call.Id}."));
        return null;
    }

    /// <summary>True while a phone talks with somebody, so that a supervisor can hear it.</summary>
    public bool CanBeHeard(string phoneNumber) => TalkingAt(Party.Phone(phoneNumber)) is not null;

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

    // A phone may have one call on hold and talk in another: that one is meant.
    private Leg? TalkingAt(Party phone) => _byCall.Values
        .Where(conversation => conversation.Present.Count > 1)
        .SelectMany(conversation => conversation.Present)
        .Where(leg => leg.Party == phone && leg.State == LegState.Connected)
        .OrderBy(leg => leg.IsHeld)
        .FirstOrDefault();

    private Conversation? InCall(Leg leg) => leg.Call is { } call ? _byCall.GetValueOrDefault(call.Id) : null;

    private void Merge(Leg held, Leg active, string why, bool heldLeaves)
    {
        var consulted = active.Call;
        if (consulted is null || InCall(held) is not { } conversation || conversation.Attending.Contains(held))
        {
            active.HangUp(Cause.FarEnd);
            return;
        }

        if (heldLeaves)
        {
            conversation.Release(held);
        }

        var left = InCall(active);
        if (left?.Attending.Contains(active) == true)
        {
            // A supervisor brings nobody along from the call that it only hears.
            services.Loop.Watch(conversation.BringAsync(null, why, () => Recall(held)));
            active.HangUp(Moved);
            return;
        }

        // Everything is moved before anything ends, so that neither conversation sees itself alone.
        var others = consulted.Legs
            .Where(leg => leg != active && left?.Attending.Contains(leg) != true)
            .DefaultIfEmpty(null)
            .ToList();
        foreach (var leg in left?.Present.ToList() ?? [])
        {
            left!.Release(leg);
        }

        foreach (var leg in others)
        {
            services.Loop.Watch(conversation.BringAsync(leg, why, () => Recall(held)));
        }

        left?.Dissolve(Moved);
        active.HangUp(Moved);
        consulted.End(new Cause(CauseCode.Transferred, $"Went on as call {conversation.Call.Id}."));
    }

    private async Task ForgetAsync(CallId call, Conversation conversation)
    {
        await conversation.Over;
        _byCall.Remove(call);
    }
}

using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>Follows one call through the journal to its end.</summary>
/// <param name="id">The call.</param>
/// <param name="isCaller">True for one that came in on a line whose callers the group is rung for.</param>
/// <param name="presence">Is told what the phones of the group did in it.</param>
internal sealed class ShadowTrack(CallId id, bool isCaller, PhonePresence presence)
{
    private readonly Dictionary<string, (string Phone, DateTimeOffset Rang, DateTimeOffset? Answered)> _legs = new(StringComparer.Ordinal);
    private DateTimeOffset? _noted;
    private DateTimeOffset? _arrived;

    // What the flow does after the hunt, such as saying that nobody is there.
    private DateTimeOffset? _huntOver;

    private DateTimeOffset? _connected;
    private DateTimeOffset? _talkOver;
    private string? _answerer;
    private TimeSpan _ring;

    /// <summary>Takes an event of the call.</summary>
    /// <returns>The caller, when the call is over and was one of the group's; else null.</returns>
    public ShadowCall? Take(CallEntry entry, DateTimeOffset at)
    {
        switch (entry)
        {
            case StepTaken { Step: "ring" } when isCaller:
                _noted ??= at;
                break;
            case StepTaken when _connected is null && (_arrived ?? _noted) is not null:
                _huntOver ??= at;
                break;
            case LegStarted { Party.Kind: PartyKind.Phone } e when presence.Knows(e.Party.Name):
                Begin(e, at);
                break;
            case LegAnswered e when _legs.TryGetValue(e.Leg, out var leg):
                _legs[e.Leg] = leg with { Answered = at };
                presence.WasThere(leg.Phone, at);
                break;
            case CallConnected e when isCaller && _connected is null:
                Connect(e, at);
                break;
            case LegEnded e when _legs.Remove(e.Leg, out var leg):
                EndLeg(e, leg, e.EndedAt ?? at);
                break;
            case CallEnded e:
                return End(e, e.EndedAt ?? at);
        }

        return null;
    }

    private void Begin(LegStarted e, DateTimeOffset at)
    {
        // Who begins a call is there, and in it.
        var answered = e.Origin == LegOrigin.Party ? at : (DateTimeOffset?)null;
        _legs[e.Leg] = (e.Party.Name, at, answered);
        if (answered is not null)
        {
            presence.WasThere(e.Party.Name, at);
        }
        else if (isCaller && _connected is null)
        {
            _arrived ??= _noted ?? at;
        }
    }

    private void Connect(CallConnected e, DateTimeOffset at)
    {
        _connected = at;
        _arrived ??= _noted;
        foreach (var (leg, (phone, rang, answered)) in _legs)
        {
            if (answered is { } lifted && e.By == Party.Phone(phone))
            {
                (_answerer, _ring) = (leg, lifted - rang);
            }
        }
    }

    private void EndLeg(LegEnded e, (string Phone, DateTimeOffset Rang, DateTimeOffset? Answered) leg, DateTimeOffset at)
    {
        if (leg.Answered is null)
        {
            if (e.Cause.Code == CauseCode.NoAnswer)
            {
                presence.DidNotAnswer(leg.Phone, leg.Rang);
            }

            return;
        }

        presence.WasThere(leg.Phone, at);
        if (e.Leg == _answerer)
        {
            _talkOver = at;
        }
        else
        {
            presence.HadOwnCall(leg.Phone, leg.Answered.Value, at);
        }
    }

    private ShadowCall? End(CallEnded e, DateTimeOffset at)
    {
        // A box that stopped may have lost the ends of legs.
        foreach (var (leg, (phone, _, answered)) in _legs)
        {
            if (answered is { } since && leg != _answerer)
            {
                presence.HadOwnCall(phone, since, at);
            }
        }

        return (_arrived ?? _noted, _connected) switch
        {
            (null, _) => null,
            ({ } arrived, { } connected) =>
                new ShadowCall(id, arrived, connected, ShadowEnd.Answered, (_talkOver ?? at) - connected, _ring),
            ({ } arrived, null) when e.Cause.Code == CauseCode.HungUp && _huntOver is null =>
                new ShadowCall(id, arrived, at, ShadowEnd.GaveUp, null, null),
            ({ } arrived, null) => new ShadowCall(id, arrived, _huntOver ?? at, ShadowEnd.NobodyAnswered, null, null),
        };
    }
}

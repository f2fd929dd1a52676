using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail.Callbacks;

namespace Switchhook.Flows.Dialling;

/// <summary>Calls someone for a person at a page: rings a phone first, then dials for it as its user could, by the same rules.</summary>
/// <remarks>Control loop only.</remarks>
internal sealed class PhoneFirst(FlowServices services, Func<SiteInForce> site, Func<Leg, string, SiteInForce, Task> dial)
{
    /// <summary>Rings the phone.</summary>
    /// <param name="caller">Who shall be called, as the caller's exchange told it; null when unknown.</param>
    /// <param name="name">Name of the caller; null when unknown.</param>
    /// <param name="number">Number of the phone.</param>
    /// <param name="why">What the journal says of it, from the digits that are dialled.</param>
    /// <returns>Null when the phone rings; else why not.</returns>
    public string? Ring(string? caller, string? name, string number, Func<string, string> why)
    {
        var now = site();
        if (VoicemailCallback.DigitsFor(caller, now) is not { } digits)
        {
            return "The caller's number is not known, or no rule for calls out allows it.";
        }

        var phone = services.Stations.Phone(number);
        var shown = new CallerIdentity(caller, name, "Who is called back.");
        if (phone?.Offer(new Offer(shown, CallWaiting: false)) is not { } leg)
        {
            return $"Phone {number} cannot be rung: it is {phone?.Status.InWords() ?? "not connected"}.";
        }

        var call = services.Calls.Begin(CallDirection.Internal, leg, shown, dialled: null);
        call.Note("call-back", why(digits));
        services.Loop.Watch(GoOnAsync(call, leg, digits, now));
        return null;
    }

    private async Task GoOnAsync(Call call, Leg leg, string digits, SiteInForce now)
    {
        using (services.Loop.Schedule(Conversation.FetchLimit, () => Stop(leg)))
        {
            if (await leg.Answered && leg.State == LegState.Connected)
            {
                services.Loop.Watch(dial(leg, digits, now));
            }
        }

        // The leg has left it, or has ended.
        call.End(leg.State == LegState.Ended ? await leg.Ended : new Cause(CauseCode.Transferred, $"The phone dials {digits}."));
    }

    private static void Stop(Leg leg)
    {
        if (leg.State == LegState.Alerting)
        {
            leg.HangUp(Cause.NoAnswer);
        }
    }
}

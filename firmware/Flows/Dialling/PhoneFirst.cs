using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail.Callbacks;

namespace Switchhook.Flows.Dialling;

/// <summary>Calls for a person at a page: rings a phone first, then mostly dials as its user could, by the same rules.</summary>
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
        return VoicemailCallback.DigitsFor(caller, now) is { } digits
            ? Dial(digits, new CallerIdentity(caller, name, "Who is called back."), number, "call-back", why(digits))
            : "The caller's number is not known, or no rule for calls out allows it.";
    }

    /// <summary>Rings the phone, and dials for it when it is answered.</summary>
    /// <param name="digits">What its user would dial.</param>
    /// <param name="shown">What the phone shows while it rings.</param>
    /// <param name="number">Number of the phone.</param>
    /// <param name="step">Name of the step in the journal.</param>
    /// <param name="why">What the journal says of it.</param>
    /// <returns>Null when the phone rings; else why not.</returns>
    public string? Dial(string digits, CallerIdentity shown, string number, string step, string why)
    {
        var now = site();
        return Ring(shown, number, step, why, leg =>
        {
            services.Loop.Watch(dial(leg, digits, now));
            return new Cause(CauseCode.Transferred, $"The phone dials {digits}.");
        });
    }

    /// <summary>Rings the phone, and goes on with its leg when it is answered.</summary>
    /// <param name="shown">What the phone shows while it rings.</param>
    /// <param name="number">Number of the phone.</param>
    /// <param name="step">Name of the step in the journal.</param>
    /// <param name="why">What the journal says of it.</param>
    /// <param name="goOn">Takes the leg out of the call that rang it, and tells why that call ends.</param>
    /// <returns>Null when the phone rings; else why not.</returns>
    public string? Ring(CallerIdentity shown, string number, string step, string why, Func<Leg, Cause> goOn)
    {
        var phone = services.Stations.Phone(number);
        if (phone?.Offer(new Offer(shown, CallWaiting: false)) is not { } leg)
        {
            return $"Phone {number} cannot be rung: it is {phone?.Status.InWords() ?? "not connected"}.";
        }

        var call = services.Calls.Begin(CallDirection.Internal, leg, shown, dialled: null);
        call.Note(step, why);
        services.Loop.Watch(GoOnAsync(call, leg, goOn));
        return null;
    }

    private async Task GoOnAsync(Call call, Leg leg, Func<Leg, Cause> goOn)
    {
        Cause? gone = null;
        using (services.Loop.Schedule(Conversation.FetchLimit, () => Stop(leg)))
        {
            if (await leg.Answered && leg.State == LegState.Connected)
            {
                gone = goOn(leg);
            }
        }

        // The leg has left it, or has ended.
        call.End(gone is null || leg.State == LegState.Ended ? await leg.Ended : gone);
    }

    private static void Stop(Leg leg)
    {
        if (leg.State == LegState.Alerting)
        {
            leg.HangUp(Cause.NoAnswer);
        }
    }
}

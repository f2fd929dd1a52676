using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;

namespace Switchhook.Flows.Voicemail.Callbacks;

/// <summary>Calls the caller of a message back for someone who asked for it on a page: rings a phone first, then dials for it.</summary>
/// <remarks>Control loop only.</remarks>
public sealed class VoicemailCaller
{
    private readonly FlowServices _services;
    private readonly VoicemailDesk _desk;
    private readonly Func<SiteInForce> _site;
    private readonly Func<Leg, string, SiteInForce, Task> _dial;

    /// <summary>One that has nothing to do.</summary>
    /// <param name="services">What flows work with.</param>
    /// <param name="desk">Keeps the messages.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="dial">Dials for the phone, as its user could: the same rules hold.</param>
    internal VoicemailCaller(
        FlowServices services, VoicemailDesk desk, Func<SiteInForce> site, Func<Leg, string, SiteInForce, Task> dial) =>
        (_services, _desk, _site, _dial) = (services, desk, site, dial);

    /// <summary>Rings the phone.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="number">Number of the phone.</param>
    /// <param name="by">Who asks for it.</param>
    /// <returns>Null when the phone rings; else why not.</returns>
    public string? Call(string recording, string number, string by)
    {
        var site = _site();
        if (_desk.Current.Find(recording) is not { IsKept: true } message)
        {
            return "This message is not there any more.";
        }

        if (VoicemailCallback.DigitsFor(message.Caller, site) is not { } digits)
        {
            return "The caller's number is not known, or no rule for calls out allows it.";
        }

        var phone = _services.Stations.Phone(number);
        var shown = new CallerIdentity(message.Caller, message.CallerName, "The caller of a message, who is called back.");
        if (phone?.Offer(new Offer(shown, CallWaiting: false)) is not { } leg)
        {
            return $"Phone {number} cannot be rung: it is {phone?.Status.InWords() ?? "not connected"}.";
        }

        var call = _services.Calls.Begin(CallDirection.Internal, leg, shown, dialled: null);
        call.Note("voicemail", $"Phone {number} rings to call {digits} back, who has left message {recording} (by {by}).");
        _services.Loop.Watch(GoOnAsync(call, leg, digits, site));
        return null;
    }

    private async Task GoOnAsync(Call call, Leg leg, string digits, SiteInForce site)
    {
        using (_services.Loop.Schedule(Conversation.FetchLimit, () => Stop(leg)))
        {
            if (await leg.Answered && leg.State == LegState.Connected)
            {
                _services.Loop.Watch(_dial(leg, digits, site));
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

using System.Security.Cryptography;
using System.Text;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Steps;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>Asks a user for the PIN of a rule. What was entered is kept nowhere.</summary>
internal sealed class PinEntry(FlowServices services, OutsideGate gate)
{
    private const int MostDigits = 12;
    private const int Tries = 3;

    private readonly KeyEntry _keys = new(services.Loop);

    /// <summary>Asks, and tells the journal how it went.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">The user's leg; it is answered.</param>
    /// <param name="permit">The call that the rule lets out.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>Null when the PIN was right, or none is needed; else why the call must end.</returns>
    public async Task<Cause?> AskAsync(Call call, Leg origin, OutsidePermit.Given permit, SiteInForce site)
    {
        if (permit.Rule.PinSecret is not { } name)
        {
            return null;
        }

        if (services.Secret(name) is not { Length: > 0 } pin)
        {
            return Refused(call, $"The PIN {permit.Rule.Pin} is not set. Set it with \"./appliance secret set {name}\".");
        }

        origin.Answer();
        var flow = new FlowCall(call, origin, call.Caller, site);
        origin.Media.Detectors |= Audio.Detectors.Dtmf;
        try
        {
            for (var tries = 0; tries < Tries; tries++)
            {
                IReadOnlyList<Phrase> phrases = tries == 0 ? [Phrase.EnterPin] : [Phrase.PinWrong, Phrase.EnterPin];
                var entered = await _keys.AskAsync(flow, phrases, MostDigits, KeyEntry.Patience, origin.Gone);
                var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(entered), Encoding.UTF8.GetBytes(pin));
                call.Note("outbound", isRight ? $"The PIN {permit.Rule.Pin} was right." : $"The PIN {permit.Rule.Pin} was wrong.");
                if (!gate.Tell(permit.Phone, isRight) || isRight)
                {
                    return isRight ? null : Refused(call, "Too many wrong PINs.");
                }
            }
        }
        catch (OperationCanceledException) when (origin.State == LegState.Ended)
        {
            return await origin.Ended;
        }

        return Refused(call, $"No right PIN was entered in {Tries} tries.");
    }

    private static Cause Refused(Call call, string why)
    {
        call.Note("outbound", why);
        return new Cause(CauseCode.Refused, why);
    }
}

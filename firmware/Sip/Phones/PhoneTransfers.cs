using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Transferring;

namespace Switchhook.Sip.Phones;

/// <summary>REFER of a phone: its user sends the other party to a number, or joins two calls. On the control loop.</summary>
internal sealed class PhoneTransfers(PhoneServices services)
{
    /// <summary>Takes the wish of a phone.</summary>
    /// <param name="leg">Its leg in the call that is to go elsewhere.</param>
    /// <param name="referral">The wish.</param>
    public void OnRefer(SipLeg leg, Referral referral)
    {
        if (ReplacesOf.Target(referral.Target) is { } replaces)
        {
            Join(leg, referral, new DialogId(replaces.CallId, replaces.ToTag, replaces.FromTag));
        }
        else if (referral.Target.SipUri?.User.ToString() is { Length: > 0 } digits)
        {
            referral.Accept();
            services.Sessions.Loop.Watch(SendToAsync(leg, referral, digits));
        }
        else
        {
            referral.Refuse(404);
        }
    }

    // Attended: the parties of two calls of the phone go on together.
    private void Join(SipLeg leg, Referral referral, DialogId id)
    {
        if (services.Sessions.Dialogs.Find(id)?.User is not Session { User: LegBranch { Leg: var other } } || other == leg)
        {
            referral.Refuse(481);
            return;
        }

        referral.Accept();
        referral.Tell(200);
        services.Host.Transfer(leg, other);
    }

    private async Task SendToAsync(SipLeg leg, Referral referral, string digits)
    {
        var failure = await services.Host.BlindTransferAsync(leg, digits);
        referral.Tell(failure is null ? 200 : Causes.StatusOf(failure));
    }
}

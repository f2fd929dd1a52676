using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Transferring;

namespace Switchhook.Sip.Legs;

/// <summary>The phone or trunk whose leg it is. On the control loop.</summary>
internal interface ILegOwner
{
    /// <summary>A place that the leg rang at failed before anything was heard of it: the owner may ring another place instead.</summary>
    void OnPlaceFailed(SipLeg leg, SessionEnd end);

    /// <summary>The party's device wants the call to go elsewhere.</summary>
    void OnRefer(SipLeg leg, Referral referral);
}

using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Requests;

/// <summary>Knows the box's credentials with a peer. On the control loop.</summary>
internal interface IChallengeAnswerer
{
    /// <summary>The headers that answer a challenge: Authorization, Proxy-Authorization, or both.</summary>
    /// <param name="challenge">The response 401 or 407.</param>
    /// <param name="request">What is sent again with them.</param>
    /// <returns>None when there is nothing new to say: no credentials, or those that were refused.</returns>
    IReadOnlyList<HeaderField> Answer(SipMessage challenge, OutgoingRequest request);
}

using Switchhook.Sip.Grammar;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Sessions;

/// <summary>Whose session it is: a leg of a call. On the control loop. It may end the session in each of these.</summary>
internal interface ISessionUser
{
    /// <summary>The other side has an outgoing call and works on it (100): it is there.</summary>
    void OnTrying();

    /// <summary>An outgoing call rings, or is told to wait; more than once, from several places too.</summary>
    /// <param name="response">A response 101 to 199.</param>
    /// <param name="hasMedia">There is early media to hear.</param>
    void OnProgress(SipMessage response, bool hasMedia);

    /// <summary>An outgoing call is answered.</summary>
    /// <param name="response">The 2xx.</param>
    void OnAnswered(SipMessage response);

    /// <summary>The peer has changed the session: its media have the new agreement. Also when it only showed another identity.</summary>
    /// <param name="request">The re-INVITE or UPDATE.</param>
    void OnChanged(SipMessage request);

    /// <summary>What <see cref="Session.Modify"/> came to, or a refresh by re-INVITE.</summary>
    /// <param name="refusal">Null when it is agreed; if not, why, and what was agreed before holds.</param>
    void OnModified(string? refusal)
    {
    }

    /// <summary>INFO, as of a DTMF key; the user answers it.</summary>
    void OnInfo(ServerTransaction info);

    /// <summary>The peer wants to be connected with someone else; the user accepts or refuses.</summary>
    void OnRefer(Referral referral);

    /// <summary>The session is over; the last call. Not called when the user itself ended it.</summary>
    void OnEnded(SessionEnd end);
}

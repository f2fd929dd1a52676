using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Sessions.Requests;

namespace Switchhook.Sip.Sessions;

/// <summary>Who is at the other end of a session, and how the box shows itself to it.</summary>
/// <param name="Options">How it is reached.</param>
/// <param name="ContactUser">The user part of the box's Contact.</param>
/// <param name="Credentials">Answers its challenges; null where there are none.</param>
internal sealed record SessionPeer(PeerOptions Options, string ContactUser, IChallengeAnswerer? Credentials = null);

using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Sessions;

namespace Switchhook.Sip.Phones;

/// <summary>What SIP phones work with.</summary>
/// <param name="Sessions">SIP.</param>
/// <param name="Legs">Makes their legs.</param>
/// <param name="Registrar">Knows where they are.</param>
/// <param name="Journal">Is told what they do.</param>
/// <param name="Host">Takes what their users dial.</param>
/// <param name="Known">Told where devices are that do not register.</param>
/// <param name="Domain">Host part of their addresses.</param>
internal sealed record PhoneServices(
    SessionServices Sessions, LegMaker Legs, Registrar Registrar, CallJournal Journal, IPhoneHost Host, KnownPeers Known, string Domain);

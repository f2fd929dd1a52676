using Switchhook.Calls.Journal;
using Switchhook.Hardware.Countries;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Sessions;

namespace Switchhook.Sip.Trunks;

/// <summary>What trunks work with.</summary>
/// <param name="Sessions">SIP.</param>
/// <param name="Legs">Makes their legs.</param>
/// <param name="Journal">Is told what they do.</param>
/// <param name="Country">How numbers are written at home.</param>
internal sealed record TrunkServices(SessionServices Sessions, LegMaker Legs, CallJournal Journal, Country Country);

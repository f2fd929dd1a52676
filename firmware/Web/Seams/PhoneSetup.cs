using Switchhook.Calls.Journal;
using Switchhook.Storage.Secrets;

namespace Switchhook.Web.Seams;

/// <summary>What the web needs to let phones on the network set themselves up.</summary>
/// <param name="Secrets">The secrets of the phones, and those in the addresses of their files.</param>
/// <param name="Ports">Where the box listens for SIP.</param>
/// <param name="Note">Has an entry written to the journal, on the control loop. Any thread; does not wait.</param>
public sealed record PhoneSetup(SecretStore Secrets, SipPorts Ports, Action<JournalEntry> Note);

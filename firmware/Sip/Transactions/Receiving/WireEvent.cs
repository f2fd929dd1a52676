using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions.Receiving;

/// <summary>What the wire told, on its way to the control loop: a message, a failure, or neither when a stream was closed.</summary>
/// <param name="Hop">From where, or to where it failed, or which stream.</param>
/// <param name="Message">The message.</param>
/// <param name="Failure">Why something could not be sent.</param>
internal readonly record struct WireEvent(Hop Hop, SipMessage? Message = null, string? Failure = null);

using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions.Receiving;

/// <summary>
/// Decides who is heard, behind what the wire has decided already without reading. Called on the wire's threads; never blocks.
/// </summary>
internal interface IMessageGuard
{
    /// <summary>False when the message is to be dropped without a word, as that of a scanner.</summary>
    /// <param name="from">Where it came from.</param>
    /// <param name="message">What it says.</param>
    bool Allows(Hop from, SipMessage message);

    /// <summary>Something came that could not be read. False when it is to be dropped without a refusal.</summary>
    bool AllowsRefusal(Hop from, SipFault fault);
}

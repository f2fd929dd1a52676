using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Transactions.Receiving;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Serving;

/// <summary>Tells the guard of senders who attack, or send what nobody can read. On the wire's threads.</summary>
internal sealed class MessageGuard(AddressGuard guard, TimeProvider time) : IMessageGuard
{
    /// <inheritdoc/>
    public bool Allows(Hop from, SipMessage message)
    {
        if (message.IsRequest && ScannerAgents.Known.Has(message.Headers.First(HeaderId.UserAgent).Span))
        {
            Report(from, Offence.Scanner);
            return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool AllowsRefusal(Hop from, SipFault fault)
    {
        Report(from, Offence.Malformed);
        return true;
    }

    private void Report(Hop from, Offence offence) =>
        guard.Report(AddressKey.Of(from.Remote.Address), offence, time.GetElapsedTime(0));
}

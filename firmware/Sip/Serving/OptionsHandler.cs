using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Serving;

/// <summary>Tells who asks that the box is there, and what it can do (RFC 3261 §11.2). On the control loop.</summary>
internal sealed class OptionsHandler(Capabilities capabilities) : IRequestHandler
{
    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction) => transaction.Answer(capabilities.Answer);
}

using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Dialogs.Dispatch;

/// <summary>Brings each new request to its dialog, or to who serves its method, after the general checks. On the control loop.</summary>
/// <param name="capabilities">By what requests are judged.</param>
/// <param name="dialogs">All dialogs.</param>
internal sealed class RequestDispatcher(Capabilities capabilities, DialogTable dialogs) : IRequestUser
{
    private readonly Dictionary<SipMethod, IRequestHandler> _handlers = [];

    /// <summary>Sets who serves a method outside of dialogs. Methods without a handler exist in dialogs only.</summary>
    public void Serve(SipMethod method, IRequestHandler handler) => _handlers[method] = handler;

    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (RequestChecks.Check(request, capabilities) is { } refusal)
        {
            transaction.Answer(refusal);
        }
        else if (dialogs.Find(request) is { } dialog)
        {
            OnDialogRequest(dialog, transaction);
        }
        else if (_handlers.TryGetValue(request.Method, out var handler) && (request.To.Tag.IsEmpty || IsWithoutDialog(request.Method)))
        {
            handler.OnRequest(transaction);
        }
        else
        {
            transaction.Answer(481);
        }
    }

    /// <inheritdoc/>
    public void OnAck(SipMessage ack, Hop from) => dialogs.Find(ack)?.User.OnAck(ack);

    // Some phones send these with a tag in To that no dialog has.
    private static bool IsWithoutDialog(SipMethod method) => method.Kind is MethodKind.Register or MethodKind.Options;

    private static void OnDialogRequest(Dialog dialog, ServerTransaction transaction)
    {
        if (dialog.TryAdvance(transaction))
        {
            dialog.User.OnRequest(transaction, dialog);
        }
        else
        {
            transaction.Answer(new Transactions.Sending.OutgoingResponse(500, "CSeq is out of order"));
        }
    }
}

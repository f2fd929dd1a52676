using System.Globalization;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>
/// Brings what comes from the wire to its transaction, and makes the transactions of new requests. On the control loop.
/// Requests of the box begin with <see cref="ClientTransaction.Send"/>.
/// </summary>
/// <param name="services">What transactions work with.</param>
/// <param name="limits">How many there may be.</param>
/// <param name="refusals">How often may be refused without a transaction.</param>
/// <param name="user">Takes new requests.</param>
internal sealed class TransactionLayer(TransactionServices services, TransactionLimits limits, RateLimit refusals, IRequestUser user)
{
    /// <summary>Transactions now.</summary>
    public int Count => services.Table.Count;

    /// <summary>Requests refused for want of room since the start.</summary>
    public long Refused { get; private set; }

    /// <summary>Responses that belong to nothing, since the start.</summary>
    public long Strays { get; private set; }

    /// <summary>A message came.</summary>
    public void OnMessage(SipMessage message, Hop from)
    {
        if (!message.IsRequest)
        {
            OnResponse(message);
        }
        else if (message.Method == SipMethod.Ack)
        {
            OnAck(message, from);
        }
        else
        {
            OnRequest(message, from);
        }
    }

    /// <summary>A message could not be sent.</summary>
    public void OnFailed(Hop to, string why)
    {
        foreach (var transaction in services.Table.OnHop(to))
        {
            transaction.OnWireFailed(why);
        }
    }

    /// <summary>A stream is closed: what was asked on it will not be answered on it.</summary>
    public void OnClosed(Hop hop)
    {
        foreach (var transaction in services.Table.OnHop(hop).Concat(services.Table.OnHop(hop with { Connection = 0 })))
        {
            if (transaction is ClientTransaction)
            {
                transaction.OnWireFailed($"{hop} closed the connection without an answer.");
            }
        }
    }

    private static bool IsMerged(ServerTransaction first, SipMessage request) =>
        first.Request.TopVia.Branch != request.TopVia.Branch

        // Old clients send the same again with credentials.
        && first.Status is not (401 or 407);

    private void OnResponse(SipMessage response)
    {
        // Responses go to the top Via: one with more than ours is lost, or a trick.
        var isForUs = response.Headers.CountOf(HeaderId.Via) == 1
            && response.Headers.First(HeaderId.Via).Length == response.TopVia.Text.Length;
        if (isForUs && services.Table.TryFind(TransactionKey.OfResponse(response), out var found) && found is ClientTransaction client)
        {
            client.OnResponse(response);
        }
        else
        {
            Strays++;
        }
    }

    private void OnAck(SipMessage ack, Hop from)
    {
        if (services.Table.TryFind(TransactionKey.OfServer(ack, SipMethod.Invite), out var found) && found is ServerTransaction invite)
        {
            invite.OnAck(ack);
        }
        else
        {
            user.OnAck(ack, from);
        }
    }

    private void OnRequest(SipMessage request, Hop from)
    {
        if (services.Table.TryFind(TransactionKey.OfServer(request, request.Method), out var found))
        {
            (found as ServerTransaction)?.OnRepeated();
            return;
        }

        if (services.Table.Count >= limits.Transactions)
        {
            Refuse(request, from);
            return;
        }

        var transaction = new ServerTransaction(services, request, from);
        var isMerged = transaction.MergeKey is { } key && services.Table.TryFindMerged(key, out var first) && IsMerged(first, request);
        transaction.Begin();
        if (isMerged)
        {
            transaction.Answer(new OutgoingResponse(482, "Request merged"));
        }
        else if (request.Method == SipMethod.Cancel)
        {
            OnCancel(transaction);
        }
        else
        {
            user.OnRequest(transaction);
        }
    }

    private void OnCancel(ServerTransaction cancel)
    {
        if (!services.Table.TryFind(TransactionKey.OfServer(cancel.Request, SipMethod.Invite), out var found)
            || found is not ServerTransaction invite)
        {
            cancel.Answer(481);
            return;
        }

        cancel.AnswerAs(invite, 200);
        if (!invite.IsAnswered)
        {
            invite.User?.OnCancel(cancel.Request);
        }
    }

    private void Refuse(SipMessage request, Hop from)
    {
        Refused++;
        if (refusals.TryTake())
        {
            var seconds = ((int)limits.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var response = new OutgoingResponse(503).With(new HeaderField(HeaderId.RetryAfter, seconds));
            services.Wire.Send(
                response.Write(request, from.Remote, StatelessTag.Of(request.CallId.Span, request.TopVia.Branch.Span)),
                ResponseRoute.Of(request.TopVia, from));
        }
    }
}

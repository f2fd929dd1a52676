using System.Text;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Transactions;

/// <summary>By what a transaction is found (RFC 3261 §17.1.3 and §17.2.3).</summary>
/// <param name="Method">The method that made the transaction: an ACK looks for INVITE.</param>
/// <param name="Branch">The branch, or what stands for it with peers of RFC 2543.</param>
/// <param name="Host">Who sent the request, as top Via says; empty where the box did.</param>
/// <param name="Port">Port of the sender; 0 where none is written, or the box sent it.</param>
internal readonly record struct TransactionKey(SipMethod Method, SipText Branch, SipText Host, ushort Port)
{
    /// <summary>Of a request of the box.</summary>
    public static TransactionKey OfClient(SipMethod method, string branch) => new(method, SipText.Of(branch), default, 0);

    /// <summary>Of the request of the box that a response answers.</summary>
    public static TransactionKey OfResponse(SipMessage response) => new(response.CSeq.Method, response.TopVia.Branch, default, 0);

    /// <summary>Of a request that came, or of the one that an ACK or CANCEL belongs to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="method">The method of the transaction.</param>
    public static TransactionKey OfServer(SipMessage request, SipMethod method)
    {
        var via = request.TopVia;
        return new TransactionKey(method, via.HasUniqueBranch ? via.Branch : OldBranch(request, via), via.Host, via.Port ?? 0);
    }

    // What RFC 2543 compares, but for the tag of To, which an ACK has and its INVITE has not.
    private static SipText OldBranch(SipMessage request, Via via)
    {
        var key = new StringBuilder("2543 ")
            .Append(request.RequestUri).Append('\n')
            .Append(request.From.Tag).Append('\n')
            .Append(request.CallId).Append('\n')
            .Append(request.CSeq.Number).Append('\n')
            .Append(via);
        return SipText.Of(key.ToString());
    }
}

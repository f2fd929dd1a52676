using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;

namespace Switchhook.Sip.Transactions;

/// <summary>What is the same in a request that came twice by different ways, as someone before us forked it (RFC 3261 §8.2.2.2).</summary>
internal readonly record struct MergeKey(SipText FromTag, SipText CallId, CSeq CSeq)
{
    /// <summary>Of a request; null when it belongs to a dialog, where this cannot be.</summary>
    public static MergeKey? Of(SipMessage request) =>
        request.To.Tag.IsEmpty ? new MergeKey(request.From.Tag, request.CallId, request.CSeq) : null;
}

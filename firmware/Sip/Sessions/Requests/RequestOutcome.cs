using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Sessions.Requests;

/// <summary>What became of a request.</summary>
/// <param name="Response">The final answer; null when none came.</param>
/// <param name="Fault">Why none came; null when one did.</param>
internal readonly record struct RequestOutcome(SipMessage? Response, TransactionFault? Fault)
{
    /// <summary>The status; where none came, what RFC 3261 §8.1.3.1 takes for it: 408 for silence, 503 for a wire that failed.</summary>
    public int Status => Response?.StatusCode ?? (Fault is { Kind: TransactionFaultKind.WireFailed } ? 503 : 408);

    /// <summary>2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The peer knows nothing of the dialog any more, or is gone: the dialog is over (§12.2.1.2).</summary>
    public bool EndsDialog => Status is 408 or 481;

    /// <summary>In words.</summary>
    public string Words => Fault?.Words ?? $"{Status} {Response!.Reason}".TrimEnd();
}

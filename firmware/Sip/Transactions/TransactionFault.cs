namespace Switchhook.Sip.Transactions;

/// <summary>Why a request got no answer.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Words">One plain sentence.</param>
internal sealed record TransactionFault(TransactionFaultKind Kind, string Words);

/// <summary>What can happen to a request besides an answer.</summary>
internal enum TransactionFaultKind
{
    /// <summary>Nothing came back in time.</summary>
    Timeout,

    /// <summary>The wire could not send it.</summary>
    WireFailed,
}

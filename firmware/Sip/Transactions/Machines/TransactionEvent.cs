namespace Switchhook.Sip.Transactions.Machines;

/// <summary>What can happen to a transaction. Responses come to clients, and go out by the wish of the user of servers.</summary>
internal enum TransactionEvent
{
    /// <summary>A response 1xx.</summary>
    Provisional,

    /// <summary>A response 2xx.</summary>
    Success,

    /// <summary>A response 3xx to 6xx.</summary>
    Failure,

    /// <summary>Server: the request came again.</summary>
    Repeated,

    /// <summary>Server INVITE: an ACK came.</summary>
    Acknowledged,

    /// <summary>One of the state's deadlines has come.</summary>
    Due,

    /// <summary>The wire could not send.</summary>
    WireFailed,

    /// <summary>Client INVITE: its user waits no longer, as a CANCEL has been ignored for 64·T1 (RFC 3261 §9.1).</summary>
    Abandoned,
}

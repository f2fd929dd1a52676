namespace Switchhook.Sip.Transactions.Machines;

/// <summary>Where a transaction is in its life. Each of the four machines uses some of these.</summary>
internal enum TransactionPhase
{
    /// <summary>Client: the request is out and nothing has come back. Server: the request is with its user, who has sent nothing.</summary>
    Trying,

    /// <summary>A provisional response has come or gone; a server INVITE begins here.</summary>
    Proceeding,

    /// <summary>A final response has come or gone, of an INVITE one that is no success; repeated messages are taken and answered.</summary>
    Completed,

    /// <summary>An INVITE was answered 2xx; its user sees each 2xx and each ACK, repeated INVITEs are taken (RFC 6026).</summary>
    Accepted,

    /// <summary>Server INVITE: the ACK of the failure has come; repeated ACKs are taken.</summary>
    Confirmed,

    /// <summary>Over; forgotten.</summary>
    Terminated,
}

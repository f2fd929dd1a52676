namespace Switchhook.Sip.Transactions.Machines;

/// <summary>What a machine wants done, in the order of the values.</summary>
[Flags]
internal enum TransactionActions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Sends the request, or the last response, once more or for the first time.</summary>
    Send = 1,

    /// <summary>Answers 100, because the user takes its time.</summary>
    SendTrying = 2,

    /// <summary>Acknowledges the failure.</summary>
    SendAck = 4,

    /// <summary>Hands the message that came to the user.</summary>
    PassUp = 8,

    /// <summary>Tells the user that the other side is silent.</summary>
    TellTimeout = 16,

    /// <summary>Tells the user that the wire could not send.</summary>
    TellFailure = 32,
}

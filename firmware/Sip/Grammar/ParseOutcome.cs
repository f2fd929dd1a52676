namespace Switchhook.Sip.Grammar;

/// <summary>What came of reading a message.</summary>
internal enum ParseOutcome
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A bad request, which is to be answered.</summary>
    Refused,

    /// <summary>Nothing that can be answered: a bad response, a bad ACK, or no SIP at all.</summary>
    Dropped,
}

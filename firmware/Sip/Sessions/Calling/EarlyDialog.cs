using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Sessions.Changing;

namespace Switchhook.Sip.Sessions.Calling;

/// <summary>One of the places where an outgoing call rings: each has its own tag (RFC 3261 §13.2.2.1).</summary>
internal sealed class EarlyDialog(Dialog dialog)
{
    /// <summary>The dialog.</summary>
    public Dialog Dialog => dialog;

    /// <summary>Number of the last reliable response (RFC 3262 §4); 0 before one.</summary>
    public uint LastReliable { get; set; }

    /// <summary>The answer that it gave; empty before one.</summary>
    public ReadOnlyMemory<byte> Answer { get; set; }

    /// <summary>The ACK of its 2xx; null before one.</summary>
    public SentAck? Ack { get; set; }
}

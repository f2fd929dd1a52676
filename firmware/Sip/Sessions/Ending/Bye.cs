using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Ending;

/// <summary>Hangs up (RFC 3261 §15).</summary>
internal static class Bye
{
    /// <summary>Says BYE in the session's dialog, which is forgotten when it is answered, or nobody answers.</summary>
    public static void Send(Session session, IReadOnlyList<HeaderField> headers)
    {
        if (session.Dialog is { } dialog)
        {
            Send(session, dialog, headers);
        }
    }

    /// <summary>Says BYE in a dialog.</summary>
    public static void Send(Session session, Dialog dialog, IReadOnlyList<HeaderField> headers) =>
        session.Services.Loop.Watch(SendAsync(session, dialog, headers));

    private static async Task SendAsync(Session session, Dialog dialog, IReadOnlyList<HeaderField> headers)
    {
        await session.Request(dialog, () => dialog.NewRequest(SipMethod.Bye) with { Headers = headers }).Outcome;

        // Kept until now so that a BYE of the peer that crosses ours is answered 200.
        session.Services.Dialogs.Remove(dialog);
    }
}

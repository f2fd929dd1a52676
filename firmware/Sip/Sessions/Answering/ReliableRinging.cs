using System.Globalization;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;

namespace Switchhook.Sip.Sessions.Answering;

/// <summary>Provisional responses that the caller confirms by PRACK (RFC 3262 §3): one at a time, in order.</summary>
internal sealed class ReliableRinging(TransactionServices services, ServerTransaction invite, Action unconfirmed)
{
    private const int MostWaiting = 8;

    private readonly Repeater _repeater = new(services.Deadlines, services.Times, isUpToT2: false);
    private readonly Queue<OutgoingResponse> _next = new();
    private uint _number = (uint)services.Ids.Random.Next(1, 1 << 30);

    /// <summary>A response waits for its PRACK.</summary>
    public bool IsWaiting => _repeater.IsRunning;

    /// <summary>A description of sound has been sent; it is not sent again with the final answer.</summary>
    public bool HasDescribed { get; private set; }

    /// <summary>Whether the caller demands it.</summary>
    public static bool Wanted(SipMessage invite) => Names(invite, HeaderId.Require);

    /// <summary>Sends a response, after those before it are confirmed.</summary>
    public void Send(OutgoingResponse response)
    {
        if (IsWaiting)
        {
            if (_next.Count < MostWaiting)
            {
                _next.Enqueue(response);
            }

            return;
        }

        var reliable = response.With(
            new HeaderField(HeaderId.Require, "100rel"),
            new HeaderField(HeaderId.RSeq, (++_number).ToString(CultureInfo.InvariantCulture)));
        reliable = HasDescribed ? reliable with { Body = null } : reliable;
        HasDescribed |= reliable.Body is not null;
        invite.Answer(reliable);
        _repeater.Start(() => invite.Answer(reliable), unconfirmed);
    }

    /// <summary>Takes a PRACK; false when it confirms nothing that waits.</summary>
    public bool TryConfirm(SipMessage prack)
    {
        if (!IsWaiting || !prack.Headers.Read<RAck>(HeaderId.RAck).Is(out var confirmed)
            || confirmed.RSeq != _number || confirmed.CSeq != invite.Request.CSeq)
        {
            return false;
        }

        _repeater.Stop();
        return true;
    }

    /// <summary>Sends what waited for the last PRACK.</summary>
    public void SendNext()
    {
        if (!IsWaiting && _next.TryDequeue(out var next))
        {
            Send(next);
        }
    }

    /// <summary>The final answer makes all that wait needless.</summary>
    public void Stop()
    {
        _repeater.Stop();
        _next.Clear();
    }

    private static bool Names(SipMessage invite, HeaderId id) =>
        invite.Headers.ReadAll<Token>(id).Or([]).Any(token => token.Text.IsIgnoringCase("100rel"u8));
}

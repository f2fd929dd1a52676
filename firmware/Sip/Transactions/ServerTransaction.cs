using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>A request that came to the box, and what it is answered.</summary>
/// <param name="services">What it works with.</param>
/// <param name="request">What came.</param>
/// <param name="from">Where from.</param>
internal sealed class ServerTransaction(TransactionServices services, SipMessage request, Hop from) : Transaction(services)
{
    private ReadOnlyMemory<byte> _last;
    private Hop? _fallback = ResponseRoute.Otherwise(request.TopVia, from);
    private string? _toTag;

    /// <summary>What came.</summary>
    public SipMessage Request => request;

    /// <summary>Where it really came from.</summary>
    public Hop From => from;

    /// <summary>The box's tag in all answers but 100: that of the request, or a new one.</summary>
    public string ToTag => _toTag ??= request.To.Tag.IsEmpty ? Services.Ids.Tag() : request.To.Tag.ToString();

    /// <summary>Finds it again when the request comes by another way too; null in a dialog.</summary>
    public MergeKey? MergeKey { get; } = Transactions.MergeKey.Of(request);

    /// <summary>Who hears of CANCEL and of ACKs that never come; only of an INVITE.</summary>
    public IServerUser? User { get; set; }

    /// <summary>The last status that was answered; 0 before.</summary>
    public int Status { get; private set; }

    /// <summary>The final answer has gone.</summary>
    public bool IsAnswered => Phase is not (TransactionPhase.Trying or TransactionPhase.Proceeding);

    /// <summary>Answers; nothing happens when the final answer has gone, but for another 2xx to INVITE.</summary>
    public void Answer(OutgoingResponse response)
    {
        if (IsAnswered && !(Phase == TransactionPhase.Accepted && response.Status is >= 200 and < 300))
        {
            return;
        }

        Status = response.Status;
        _last = response.Write(request, from.Remote, response.Status == 100 ? null : ToTag);
        Handle(response.Status switch
        {
            < 200 => TransactionEvent.Provisional,
            < 300 => TransactionEvent.Success,
            _ => TransactionEvent.Failure,
        });
    }

    /// <summary>Answers with a status alone.</summary>
    public void Answer(int status) => Answer(new OutgoingResponse(status));

    /// <summary>Answers a CANCEL with the tag of its INVITE (RFC 3261 §9.2).</summary>
    public void AnswerAs(ServerTransaction invite, int status)
    {
        _toTag = invite.ToTag;
        Answer(status);
    }

    /// <summary>Sends the 2xx to an INVITE again, which its user does until the ACK comes.</summary>
    public void AnswerAgain() => Handle(TransactionEvent.Success);

    internal void Begin()
    {
        var (reliable, now) = (from.Transport != TransportKind.Udp, Services.Deadlines.Now);
        Begin(TransactionKey.OfServer(request, request.Method), ResponseRoute.Of(request.TopVia, from), request.Method == SipMethod.Invite
            ? ServerInviteMachine.Begin(reliable, now, Services.Times)
            : ServerMachine.Begin(reliable, now, Services.Times));
    }

    internal void OnRepeated() => Handle(TransactionEvent.Repeated);

    internal void OnAck(SipMessage ack) => Handle(TransactionEvent.Acknowledged, ack);

    internal override void OnWireFailed(string why) => Handle(TransactionEvent.WireFailed);

    private protected override TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now) =>
        request.Method == SipMethod.Invite
            ? ServerInviteMachine.Step(state, happened, now, Services.Times)
            : ServerMachine.Step(state, happened, now, Services.Times);

    private protected override void Do(TransactionActions actions, SipMessage? message)
    {
        if (actions.HasFlag(TransactionActions.Send) && !_last.IsEmpty)
        {
            Services.Wire.Send(_last, Hop);
        }

        if (actions.HasFlag(TransactionActions.SendTrying))
        {
            _last = new OutgoingResponse(100).Write(request, from.Remote, toTag: null);
            Services.Wire.Send(_last, Hop);
        }

        if (actions.HasFlag(TransactionActions.PassUp))
        {
            User?.OnAck(message!);
        }

        if (actions.HasFlag(TransactionActions.TellTimeout))
        {
            User?.OnNoAck();
        }

        if (actions.HasFlag(TransactionActions.TellFailure) && _fallback is { } other)
        {
            _fallback = null;
            MoveTo(other);
            Services.Wire.Send(_last, Hop);
        }
    }
}

using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>A request that the box sent.</summary>
/// <param name="services">What it works with.</param>
/// <param name="request">What is sent.</param>
/// <param name="user">Who waits for the answer.</param>
internal sealed class ClientTransaction(TransactionServices services, OutgoingRequest request, IClientUser user) : Transaction(services)
{
    /// <summary>A longer request, in bytes, goes by TCP where a shorter one goes by UDP (RFC 3261 §18.1.1).</summary>
    public const int LongestDatagram = 1300;

    private ReadOnlyMemory<byte> _bytes;
    private ReadOnlyMemory<byte> _ack;
    private Hop? _fallback;
    private string _why = "";

    /// <summary>What was sent.</summary>
    public OutgoingRequest Request => request;

    /// <summary>Its name, which a CANCEL shares.</summary>
    public string Branch { get; private set; } = "";

    /// <summary>Sends a request.</summary>
    /// <param name="services">What transactions work with.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="target">Where.</param>
    /// <param name="user">Who waits for the answer.</param>
    public static ClientTransaction Send(TransactionServices services, OutgoingRequest request, SendTarget target, IClientUser user)
    {
        var transaction = new ClientTransaction(services, request, user);
        transaction.Begin(target);
        return transaction;
    }

    /// <summary>Takes an INVITE back that has a provisional response and no final one (RFC 3261 §9.1).</summary>
    /// <param name="headers">Such as Reason.</param>
    public void Cancel(params IReadOnlyList<HeaderField> headers) =>
        new ClientTransaction(Services, request.Cancel(headers), new Nobody()).Begin(Hop, Branch);

    /// <summary>Waits no longer for the answer to an INVITE.</summary>
    public void Abandon() => Handle(TransactionEvent.Abandoned);

    internal void OnResponse(SipMessage response) => Handle(
        response.StatusCode switch
        {
            < 200 => TransactionEvent.Provisional,
            < 300 => TransactionEvent.Success,
            _ => TransactionEvent.Failure,
        },
        response);

    internal override void OnWireFailed(string why)
    {
        _why = why;
        Handle(TransactionEvent.WireFailed);
    }

    // A branch is given for a CANCEL: that of its INVITE.
    private void Begin(SendTarget target, string? branch = null)
    {
        var hop = target.Hop;
        Write(hop, branch);
        if (_bytes.Length > LongestDatagram && hop.Transport == TransportKind.Udp && target.MayChangeTransport)
        {
            _fallback = hop;
            hop = hop with { Transport = TransportKind.Tcp };
            Write(hop, branch);
        }

        Begin(hop);
    }

    private protected override TransactionStep Step(TransactionState state, TransactionEvent happened, TimeSpan now) =>
        request.Method == SipMethod.Invite
            ? ClientInviteMachine.Step(state, happened, now, Services.Times)
            : ClientMachine.Step(state, happened, now, Services.Times);

    private protected override void Do(TransactionActions actions, SipMessage? message)
    {
        if (actions.HasFlag(TransactionActions.Send))
        {
            Services.Wire.Send(_bytes, Hop);
        }

        if (actions.HasFlag(TransactionActions.SendAck))
        {
            _ack = _ack.IsEmpty ? request.AckOfFailure(message!).Write(Branch, Hop, Services.Wire.LocalFor(Hop)) : _ack;
            Services.Wire.Send(_ack, Hop);
        }

        if (actions.HasFlag(TransactionActions.PassUp))
        {
            user.OnResponse(message!, this);
        }

        if (actions.HasFlag(TransactionActions.TellTimeout))
        {
            user.OnFault(new TransactionFault(TransactionFaultKind.Timeout, $"{request.Method} to {Hop} was not answered."), this);
        }

        if (actions.HasFlag(TransactionActions.TellFailure))
        {
            TryOtherWay();
        }
    }

    private void TryOtherWay()
    {
        if (_fallback is { } hop)
        {
            _fallback = null;
            Write(hop, null);
            Begin(hop);
        }
        else
        {
            user.OnFault(new TransactionFault(TransactionFaultKind.WireFailed, _why), this);
        }
    }

    private void Write(Hop hop, string? branch)
    {
        Branch = branch ?? Services.Ids.Branch();
        _bytes = request.Write(Branch, hop, Services.Wire.LocalFor(hop));
    }

    private void Begin(Hop hop)
    {
        var (reliable, now) = (hop.Transport != TransportKind.Udp, Services.Deadlines.Now);
        Begin(TransactionKey.OfClient(request.Method, Branch), hop, request.Method == SipMethod.Invite
            ? ClientInviteMachine.Begin(reliable, now, Services.Times)
            : ClientMachine.Begin(reliable, now, Services.Times));
    }

    // What becomes of a CANCEL shows in the answer to its INVITE.
    private sealed class Nobody : IClientUser
    {
        public void OnResponse(SipMessage response, ClientTransaction transaction)
        {
        }

        public void OnFault(TransactionFault fault, ClientTransaction transaction)
        {
        }
    }
}

using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Dialogs;

/// <summary>What box and peer know of each other while they talk (RFC 3261 §12). On the control loop.</summary>
/// <remarks>It lives longer than the messages that made it, so it keeps copies.</remarks>
internal sealed class Dialog
{
    private readonly PeerOptions _peer;
    private readonly IReadOnlyList<SipText> _routes;
    private Hop _source;
    private uint? _remoteSequence;

    private Dialog(DialogId id, PeerOptions peer, IDialogUser user, IReadOnlyList<SipText> routes, Hop source)
    {
        (Id, _peer, User, _routes, _source) = (id, peer, user, routes, source);
    }

    /// <summary>Its name.</summary>
    public DialogId Id { get; }

    /// <summary>Whose it is.</summary>
    public IDialogUser User { get; }

    /// <summary>The box, with its tag.</summary>
    public required NameAddress Local { get; init; }

    /// <summary>The peer, with its tag.</summary>
    public required NameAddress Remote { get; init; }

    /// <summary>Where the peer wants requests.</summary>
    public required SipUri RemoteTarget { get; set; }

    /// <summary>Number of the last request that the box sent.</summary>
    public required uint LocalSequence { get; set; }

    /// <summary>The box made the Call-ID.</summary>
    public required bool OwnsCallId { get; init; }

    /// <summary>The INVITE that makes it is not answered.</summary>
    public bool IsEarly { get; set; } = true;

    /// <summary>Where requests go.</summary>
    public SendTarget Target => new(
        _peer.IsBehindNat ? _source : TargetHop.Of(_routes.Count > 0 ? FirstRoute() : RemoteTarget, _source), _peer.HasTcp);

    /// <summary>Of an INVITE or SUBSCRIBE that came (§12.1.1).</summary>
    /// <param name="transaction">It.</param>
    /// <param name="peer">How its sender is reached.</param>
    /// <param name="user">Whose dialog it is.</param>
    public static Dialog OfRequest(ServerTransaction transaction, PeerOptions peer, IDialogUser user)
    {
        var request = transaction.Request;
        var id = new DialogId(request.CallId.ToString(), transaction.ToTag, request.From.Tag.ToString());
        return new Dialog(id, peer, user, Routes(request), transaction.From)
        {
            Local = request.To.Tag.IsEmpty ? request.To.WithTag(id.LocalTag) : Copy(request.To),
            Remote = Copy(request.From),
            RemoteTarget = Contact(request) ?? SipUri.Create(null, transaction.From.Remote),
            LocalSequence = 0,
            OwnsCallId = false,
            _remoteSequence = request.CSeq.Number,
        };
    }

    /// <summary>Of a response to an INVITE or SUBSCRIBE of the box (§12.1.2).</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="response">The response, with a tag.</param>
    /// <param name="hop">Where the request went.</param>
    /// <param name="peer">How the peer is reached.</param>
    /// <param name="user">Whose dialog it is.</param>
    public static Dialog OfResponse(OutgoingRequest request, SipMessage response, Hop hop, PeerOptions peer, IDialogUser user)
    {
        var id = new DialogId(request.CallId, request.From.Tag.ToString(), response.To.Tag.ToString());
        return new Dialog(id, peer, user, [.. Routes(response).Reverse()], hop)
        {
            Local = request.From,
            Remote = Copy(response.To),
            RemoteTarget = Contact(response) ?? request.Uri as SipUri ?? SipUri.Create(null, hop.Remote),
            LocalSequence = request.Sequence,
            OwnsCallId = true,
        };
    }

    /// <summary>A new request in the dialog (§12.2.1.1).</summary>
    public OutgoingRequest NewRequest(SipMethod method) => Request(method, ++LocalSequence);

    /// <summary>The ACK of a 2xx to the INVITE with that number (§13.2.2.4).</summary>
    public OutgoingRequest Ack(uint sequence) => Request(SipMethod.Ack, sequence);

    /// <summary>Takes the number of a request of the peer; false when it is older than one that came before (§12.2.2).</summary>
    public bool TryAdvance(ServerTransaction transaction)
    {
        var number = transaction.Request.CSeq.Number;
        if (number < _remoteSequence)
        {
            return false;
        }

        _remoteSequence = number;
        _source = transaction.From;
        return true;
    }

    /// <summary>Takes a new target from a message of the peer that refreshes it: INVITE, UPDATE and their 2xx.</summary>
    public void Refresh(SipMessage message) => RemoteTarget = Contact(message) ?? RemoteTarget;

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {(IsEarly ? "early" : "confirmed")} {RemoteTarget} by {Target.Hop}";

    private static NameAddress Copy(NameAddress address) => NameAddress.TryParse(address.Text.Copy(), out var copy) ? copy : address;

    private static SipUri? Contact(SipMessage message) =>
        message.Headers.ReadTop<NameAddress>(HeaderId.Contact).Is(out var contact) && contact.SipUri is { } uri
            ? SipUri.Parse(uri.Text.Copy().Bytes)
            : null;

    private static IReadOnlyList<SipText> Routes(SipMessage message) =>
        [.. message.Headers.ReadAll<NameAddress>(HeaderId.RecordRoute).Or([]).Select(route => route.Text.Copy())];

    private OutgoingRequest Request(SipMethod method, uint sequence)
    {
        var request = new OutgoingRequest(method, RemoteTarget, Id.CallId, sequence) { From = Local, To = Remote, Routes = _routes };
        return _routes.Count == 0 || FirstRoute() is not { IsLooseRouter: false } strict
            ? request

            // A stop of RFC 2543 wants itself as Request-URI, and the target as the last of the others.
            : request with { Uri = strict, Routes = [.. _routes.Skip(1), SipText.Of($"<{RemoteTarget}>")] };
    }

    private SipUri? FirstRoute() => NameAddress.TryParse(_routes[0], out var route) ? route.SipUri : null;
}

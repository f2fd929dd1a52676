using System.Net;
using Switchhook.Calls.Live;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Events;

/// <summary>Serves SUBSCRIBE: phones of the house watch what the box does (RFC 6665). On the control loop.</summary>
/// <remarks>A phone need not be registered: who gives the password of a number may watch.</remarks>
internal sealed class SubscriptionServer : IRequestHandler, IDisposable
{
    private readonly EventServices _services;
    private readonly PhoneAuthenticator _authenticator;
    private readonly IReadOnlyList<IEventPackage> _packages;
    private readonly List<Subscription> _subscriptions = [];
    private LiveSnapshot _seen;
    private bool _isLooking;

    /// <summary>A server without subscriptions.</summary>
    /// <param name="services">What subscriptions work with.</param>
    /// <param name="authenticator">Makes sure who asks.</param>
    /// <param name="packages">What may be watched.</param>
    public SubscriptionServer(EventServices services, PhoneAuthenticator authenticator, params IReadOnlyList<IEventPackage> packages)
    {
        (_services, _authenticator, _packages) = (services, authenticator, packages);
        _seen = services.Board.Current;
        services.Board.Changed += OnChanged;
    }

    /// <summary>How many subscriptions there are.</summary>
    public int Count => _subscriptions.Count;

    /// <summary>True when a phone at an address has asked to be told of its messages.</summary>
    public bool Tells(string number, IPAddress at) => _subscriptions.Exists(
        one => one.Subscriber == number && one.Package == MessageLamps.Package && one.Address.Equals(at));

    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction)
    {
        if (_authenticator.Check(transaction) is not { } account)
        {
            return;
        }

        var request = transaction.Request;
        if (!request.Headers.Read<EventPackage>(HeaderId.Event).Is(out var asked)
            || _packages.FirstOrDefault(package => package.Name == asked.Name) is not { } package)
        {
            transaction.Answer(new OutgoingResponse(489).With(AllowEvents));
            return;
        }

        var resource = ResourceOf(request) is { Length: > 0 } named ? named : account.Number;
        if (package.Watch(resource, account.Number) is not { } watch || !watch.IsThere(_services.Board.Current))
        {
            transaction.Answer(404);
        }
        else if (Refusal(request, package, account.Number, out var length) is { } refusal)
        {
            transaction.Answer(refusal);
        }
        else
        {
            var peer = new PeerOptions { IsBehindNat = Nat.Is(request, transaction.From) };
            var subscription = new Subscription(_services, package, asked, watch, transaction, peer)
            {
                Subscriber = account.Number,
                Resource = resource,
            };
            _subscriptions.Add(subscription);
            subscription.Over += over => _subscriptions.Remove(over);
            subscription.Begin(transaction, length);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Board.Changed -= OnChanged;
        foreach (var subscription in _subscriptions.ToList())
        {
            subscription.Drop();
        }
    }

    private HeaderField AllowEvents => new(HeaderId.AllowEvents, string.Join(", ", _packages.Select(package => package.Name)));

    private static string ResourceOf(SipMessage request) => (request.RequestUri as SipUri)?.UserName ?? "";

    private OutgoingResponse? Refusal(SipMessage request, IEventPackage package, string subscriber, out TimeSpan length)
    {
        if (SubscriptionWish.Refusal(request, _services.Rules, out length) is { } refusal)
        {
            return refusal;
        }

        if (!Takes(request, package.ContentType))
        {
            return new OutgoingResponse(406).With(new HeaderField(HeaderId.Accept, package.ContentType));
        }

        var rules = _services.Rules;
        return _subscriptions.Count >= rules.OfAll || _subscriptions.Count(one => one.Subscriber == subscriber) >= rules.OfOnePhone
            ? new OutgoingResponse(503, "Too many subscriptions").With(SubscriptionWish.Seconds(HeaderId.RetryAfter, rules.RetryAfter))
            : null;
    }

    // Without the header a subscriber takes what is usual for the package (§3.1.3).
    private static bool Takes(SipMessage request, string contentType)
    {
        if (!request.Headers.ReadAll<MediaRange>(HeaderId.Accept).Is(out var ranges) || ranges.Count == 0)
        {
            return true;
        }

        var parts = contentType.Split('/');
        var (type, subtype) = (System.Text.Encoding.ASCII.GetBytes(parts[0]), System.Text.Encoding.ASCII.GetBytes(parts[1]));
        return ranges.Any(range => range.Covers(type, subtype));
    }

    // All that happens in one turn of the loop is looked at together, once it has happened.
    private void OnChanged()
    {
        if (_subscriptions.Count > 0 && !_isLooking)
        {
            _isLooking = true;
            _services.Loop.Post(LookAround);
        }
    }

    private void LookAround()
    {
        _isLooking = false;
        var now = _services.Board.Current;
        var isSame = ReferenceEquals(now.Phones, _seen.Phones) && ReferenceEquals(now.WaitingMessages, _seen.WaitingMessages);
        _seen = now;
        if (!isSame)
        {
            foreach (var subscription in _subscriptions.ToList())
            {
                subscription.Look();
            }
        }
    }
}

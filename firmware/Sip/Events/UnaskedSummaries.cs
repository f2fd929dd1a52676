using Switchhook.Calls.Live;
using Switchhook.Sip.Events.Bodies;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Events;

/// <summary>
/// Tells registered phones that do not ask of their messages: a NOTIFY outside of any subscription, which many phones light their lamp by.
/// On the control loop.
/// </summary>
/// <remarks>
/// Who subscribes is not told twice. After a start of the box all are told whose mailboxes were counted, since subscriptions are forgotten
/// then. A device that refuses it is left alone until it registers anew.
/// </remarks>
internal sealed class UnaskedSummaries : IDisposable
{
    /// <summary>A phone that subscribes does so within this time of its registration, or of a start of the box.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly EventServices _services;
    private readonly Registrar _registrar;
    private readonly SubscriptionServer _subscriptions;
    private readonly string _domain;
    private readonly Dictionary<(string Number, string Contact), WaitingMessages?> _told = [];
    private readonly Dictionary<string, IDisposable> _soon = new(StringComparer.Ordinal);
    private LiveSnapshot _seen;
    private bool _isLooking;

    /// <summary>Tells from now on.</summary>
    /// <param name="services">What it works with.</param>
    /// <param name="registrar">Knows the devices.</param>
    /// <param name="subscriptions">Knows who asks.</param>
    /// <param name="domain">Host part of the phones' addresses.</param>
    public UnaskedSummaries(EventServices services, Registrar registrar, SubscriptionServer subscriptions, string domain)
    {
        (_services, _registrar, _subscriptions, _domain) = (services, registrar, subscriptions, domain);
        _seen = services.Board.Current;
        services.Board.Changed += OnChanged;
        registrar.Changed += OnRegistered;
        foreach (var number in registrar.All.Select(device => device.Number).Distinct(StringComparer.Ordinal).ToList())
        {
            LookSoon(number);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Board.Changed -= OnChanged;
        _registrar.Changed -= OnRegistered;
        foreach (var timer in _soon.Values)
        {
            timer.Dispose();
        }

        _soon.Clear();
    }

    // A device that has gone, or comes back, knows nothing.
    private void OnRegistered(string number, string words)
    {
        foreach (var device in _told.Keys.Where(device => device.Number == number).ToList())
        {
            _told.Remove(device);
        }

        LookSoon(number);
    }

    private void LookSoon(string number)
    {
        if (_soon.Remove(number, out var timer))
        {
            timer.Dispose();
        }

        _soon[number] = _services.Loop.Schedule(Patience, () =>
        {
            _soon.Remove(number);
            Look(number);
        });
    }

    private void OnChanged()
    {
        if (!_isLooking)
        {
            _isLooking = true;
            _services.Loop.Post(LookAround);
        }
    }

    private void LookAround()
    {
        _isLooking = false;
        var (before, now) = (_seen.WaitingMessages, _services.Board.Current.WaitingMessages);
        _seen = _services.Board.Current;
        if (ReferenceEquals(before, now))
        {
            return;
        }

        foreach (var (number, count) in now)
        {
            if (before.GetValueOrDefault(number) != count && !_soon.ContainsKey(number))
            {
                Look(number);
            }
        }
    }

    private void Look(string number)
    {
        if (!_services.IsPhone(number) || !_services.Board.Current.WaitingMessages.TryGetValue(number, out var count))
        {
            return;
        }

        foreach (var device in _registrar.Of(number))
        {
            var key = (number, device.Contact.ToString());
            var isKnown = _told.TryGetValue(key, out var told);
            var refuses = isKnown && told is null;
            if (!refuses && told != count && !_subscriptions.Tells(number, device.Hop.Remote.Address))
            {
                _told[key] = count;
                _services.Loop.Watch(TellAsync(key, device, count));
            }
        }
    }

    private async Task TellAsync((string Number, string Contact) key, Binding device, WaitingMessages count)
    {
        var account = SipUri.Create(key.Number, _domain);
        var transactions = _services.Transactions;
        var from = NameAddress.Create(null, account);
        var request = new OutgoingRequest(SipMethod.Notify, device.Contact, transactions.Ids.CallId(), transactions.Ids.FirstSequence())
        {
            From = from.WithTag(transactions.Ids.Tag()),
            To = from,
            Routes = device.Path,
            Headers =
            [
                ContactAddress.Of(transactions.Wire, key.Number, device.Hop, device.Contact.IsSecure),
                new HeaderField(HeaderId.Event, MessageLamps.Package),
                new HeaderField(HeaderId.SubscriptionState, SubscriptionState.Ended("noresource").ToString()),
            ],
            Body = new MessageBody(MessageSummary.ContentType, new MessageSummary(account.ToString(), count.New, count.Old).Write()),
        };
        var outcome = await PendingRequest.Send(transactions, device.Hop, credentials: null, () => request).Outcome;
        if (!outcome.IsSuccess && _told.ContainsKey(key))
        {
            _told[key] = null;
        }
    }
}

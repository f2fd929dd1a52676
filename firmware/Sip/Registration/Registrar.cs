using System.Globalization;
using Switchhook.Calls.Loop;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Registration;

/// <summary>Knows where the phones are: serves REGISTER (RFC 3261 §10.3). On the control loop.</summary>
internal sealed class Registrar : IRequestHandler, IDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly ReadOnlyMemory<byte> SignOfLife = "\r\n\r\n"u8.ToArray();

    private readonly ControlLoop _loop;
    private readonly PhoneAuthenticator _authenticator;
    private readonly IBindingStore _store;
    private readonly ISipWire _wire;
    private readonly RegistrationRules _rules;
    private readonly Dictionary<string, IReadOnlyList<Binding>> _bindings = new(StringComparer.Ordinal);
    private HashSet<Hop>? _places;
    private IDisposable? _round;
    private TimeSpan _signedAt;

    /// <summary>A registrar that knows what was kept.</summary>
    public Registrar(ControlLoop loop, PhoneAuthenticator authenticator, IBindingStore store, ISipWire wire, RegistrationRules rules)
    {
        (_loop, _authenticator, _store, _wire, _rules) = (loop, authenticator, store, wire, rules);
        foreach (var (number, kept) in store.Load())
        {
            _bindings[number] = Alive([.. kept.Select(Kept.Read).OfType<Binding>()]);
        }

        _round = loop.Schedule(Round, OnRound);
    }

    /// <summary>The devices of a number have changed; with words for the journal.</summary>
    public event Action<string, string>? Changed;

    /// <summary>All devices with their numbers.</summary>
    public IEnumerable<(string Number, Binding Device)> All =>
        _bindings.SelectMany(number => number.Value.Select(device => (number.Key, device)));

    /// <summary>The devices of a number, the best first.</summary>
    public IReadOnlyList<Binding> Of(string number) => _bindings.GetValueOrDefault(number, []);

    /// <summary>True when a device that is registered sends from there.</summary>
    public bool HasDeviceAt(Hop hop) =>
        (_places ??= [.. _bindings.Values.SelectMany(devices => devices).Select(device => device.Hop)]).Contains(hop);

    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (request.To.SipUri is not { } of)
        {
            transaction.Answer(new OutgoingResponse(400, "To must be a SIP address"));
        }
        else if (_authenticator.Check(transaction) is { } account)
        {
            if (of.UserName == account.Number)
            {
                Serve(transaction, account);
            }
            else
            {
                transaction.Answer(403);
            }
        }
    }

    /// <summary>A stream was closed: devices that were reached by it have a moment to come back.</summary>
    public void OnClosed(Hop hop)
    {
        var limit = _loop.Time.GetUtcNow() + _rules.Grace;
        foreach (var (number, bindings) in _bindings.ToList())
        {
            if (bindings.Any(binding => IsOn(binding, hop)))
            {
                Put(number, [.. bindings.Select(binding => IsOn(binding, hop) ? Until(binding, limit) : binding)]);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _round?.Dispose();
        _round = null;
    }

    private static Binding Until(Binding binding, DateTimeOffset limit) =>
        binding.Expires > limit ? binding with { Expires = limit } : binding;

    private static bool IsOn(Binding binding, Hop hop) => hop.Connection != 0 && binding.Hop == hop;

    private void Serve(ServerTransaction transaction, PhoneAccount account)
    {
        var before = Alive(_bindings.GetValueOrDefault(account.Number, []));
        switch (RegisterWish.Of(transaction.Request, _rules))
        {
            case RegisterWish.Wrong wrong:
                transaction.Answer(wrong.Response);
                break;
            case RegisterWish.Clear:
                Keep(account.Number, before, []);
                Confirm(transaction, []);
                break;
            case RegisterWish.Change change:
                var now = _loop.Time.GetUtcNow();
                var after = Bindings.After(before, transaction.Request, transaction.From, change.Contacts, account.MostContacts, now);
                if (after is null)
                {
                    transaction.Answer(new OutgoingResponse(403, $"At most {account.MostContacts} devices, and none out of order"));
                    break;
                }

                Keep(account.Number, before, after);
                Confirm(transaction, after);
                break;
            default:
                Confirm(transaction, before);
                break;
        }
    }

    private void Confirm(ServerTransaction transaction, IReadOnlyList<Binding> bindings)
    {
        var now = _loop.Time.GetUtcNow();
        var paths = transaction.Request.Headers.All(HeaderId.Path).Select(path => new HeaderField(HeaderId.Path, path.ToString()));
        transaction.Answer(new OutgoingResponse(200)
        {
            Headers = [.. bindings.Select(binding => Contact(binding, now)), .. paths],
        });
    }

    private static HeaderField Contact(Binding binding, DateTimeOffset now)
    {
        var seconds = Math.Max(1, (int)Math.Round((binding.Expires - now).TotalSeconds));
        return new HeaderField(HeaderId.Contact, string.Create(CultureInfo.InvariantCulture, $"<{binding.Contact}>;expires={seconds}"));
    }

    private void Keep(string number, IReadOnlyList<Binding> before, IReadOnlyList<Binding> after)
    {
        Put(number, after);
        _store.Save(number, [.. after.Select(Kept.Write)]);
        if (after.FirstOrDefault(binding => !before.Any(old => IsSame(old, binding))) is { } fresh)
        {
            Changed?.Invoke(number, $"Registered from {fresh}.");
        }
        else if (before.Any(old => !after.Any(binding => IsSame(old, binding))))
        {
            Changed?.Invoke(number, after.Count == 0 ? "Unregistered." : $"{after.Count} of {before.Count} devices are left.");
        }
    }

    private static bool IsSame(Binding one, Binding other) =>
        one.Contact.Equals(other.Contact) && one.Hop.Remote.Equals(other.Hop.Remote) && one.Hop.Transport == other.Hop.Transport;

    private IReadOnlyList<Binding> Alive(IReadOnlyList<Binding> bindings)
    {
        var now = _loop.Time.GetUtcNow();
        return bindings.All(binding => binding.Expires > now) ? bindings : [.. bindings.Where(binding => binding.Expires > now)];
    }

    private void Put(string number, IReadOnlyList<Binding> bindings) => (_bindings[number], _places) = (bindings, null);

    private void OnRound()
    {
        _round = _loop.Schedule(Round, OnRound);
        foreach (var (number, bindings) in _bindings.ToList())
        {
            var alive = Alive(bindings);
            if (alive.Count < bindings.Count)
            {
                Put(number, alive);
                _store.Save(number, [.. alive.Select(Kept.Write)]);
                Changed?.Invoke(number, alive.Count == 0 ? "Its registration ran out." : "The registration of one of its devices ran out.");
            }
        }

        if (_loop.Now - _signedAt >= _rules.KeepAlive)
        {
            _signedAt = _loop.Now;
            foreach (var binding in _bindings.Values.SelectMany(all => all).Where(IsBehindRouter))
            {
                _wire.Send(SignOfLife, binding.Hop);
            }
        }
    }

    private static bool IsBehindRouter(Binding binding) => binding.IsBehindNat;
}

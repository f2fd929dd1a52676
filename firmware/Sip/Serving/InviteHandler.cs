using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Phones;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Trunks;

namespace Switchhook.Sip.Serving;

/// <summary>Brings a new INVITE to the trunk or phone that it comes from; strangers reach nobody. On the control loop.</summary>
internal sealed class InviteHandler(
    PhoneAuthenticator authenticator,
    Registrar registrar,
    IReadOnlyDictionary<string, SipPhone> phones,
    IReadOnlyDictionary<string, SipTrunk> trunks)
    : IRequestHandler
{
    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction)
    {
        foreach (var trunk in IsOfPhone(transaction) ? [] : trunks.Values)
        {
            if (trunk.Recognises(transaction.Request, transaction.From))
            {
                trunk.OnInvite(transaction);
                return;
            }
        }

        if (PhoneAt(transaction) is { } known)
        {
            known.OnInvite(transaction);
            return;
        }

        // Whoever is no provider must be a phone, and show it.
        if (authenticator.Check(transaction) is { } account)
        {
            if (phones.TryGetValue(account.Number, out var phone))
            {
                phone.OnInvite(transaction);
            }
            else
            {
                transaction.Answer(403);
            }
        }
    }

    // Of several behind one address it is the one that it says it is.
    private SipPhone? PhoneAt(ServerTransaction transaction)
    {
        if (transaction.Request.Headers.Has(HeaderId.Authorization))
        {
            return null;
        }

        var here = phones.Values.Where(phone => phone.IsInUse && phone.IsAt(transaction.From)).ToList();
        var name = transaction.Request.From.SipUri?.UserName;
        return here.Count == 1 ? here[0] : here.Find(phone => phone.Number == name);
    }

    // A phone may be behind the same address as a provider.
    private bool IsOfPhone(ServerTransaction transaction) =>
        transaction.Request.Headers.Has(HeaderId.Authorization) || registrar.HasDeviceAt(transaction.From);
}

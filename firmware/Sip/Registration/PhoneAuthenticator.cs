using System.Net;
using System.Security.Cryptography;
using Switchhook.Sip.Auth;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Guard.Accounts;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Registration;

/// <summary>
/// Makes sure that who sends a request is the phone that it says it is (RFC 3261 §22). Guessers are braked, by their address and by the
/// account that they try, and learn nothing of which accounts exist. On the control loop.
/// </summary>
internal sealed class PhoneAuthenticator
{
    private const int KeyBytes = 32;

    /// <summary>An address from which a phone showed its password is no stranger for so long.</summary>
    private static readonly TimeSpan TrustedFor = TimeSpan.FromHours(2);

    private readonly Func<string, PhoneAccount?> _find;
    private readonly AddressGuard _addresses;
    private readonly AccountGuard _accounts = new(new AccountLimits());
    private readonly TimeProvider _time;
    private readonly DigestServer _digest;
    private readonly SimplePhones _simple = new();

    /// <summary>An authenticator for the phones of the site.</summary>
    /// <param name="find">The account of a user name; null when there is none.</param>
    /// <param name="realm">Whose accounts they are.</param>
    /// <param name="addresses">Is told of offenders.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Makes nonces differ.</param>
    public PhoneAuthenticator(Func<string, PhoneAccount?> find, string realm, AddressGuard addresses, TimeProvider time, Random random)
    {
        (_find, _addresses, _time) = (find, addresses, time);
        var nonces = new NonceSource(RandomNumberGenerator.GetBytes(KeyBytes), time, random);
        _digest = new DigestServer(
            realm, nonces, user => find(user) is { } account ? AccountSecret.Of(user, realm, account.Secret) : null);
    }

    /// <summary>Somebody guesses at the password of an account.</summary>
    public event Action<GuardEvent>? Happened
    {
        add => _accounts.Happened += value;
        remove => _accounts.Happened -= value;
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    /// <summary>A phone had shown its password from there before the box started anew.</summary>
    /// <param name="number">The phone.</param>
    /// <param name="from">Where it is.</param>
    /// <param name="until">Until when it is registered, UTC.</param>
    public void Remember(string number, IPAddress from, DateTimeOffset until)
    {
        _accounts.Succeeded(number, from, Now);
        _addresses.Trust(from, Now + (until - _time.GetUtcNow()), Now);
    }

    /// <summary>The account of a request's sender; null when that is not shown, and then the request has been answered.</summary>
    public PhoneAccount? Check(ServerTransaction transaction)
    {
        var verdict = _digest.Check(transaction.Request);
        var from = transaction.From.Remote.Address;
        switch (verdict.Outcome)
        {
            case AuthOutcome.Challenge or AuthOutcome.Stale:
                var challenges = _digest.Challenges(verdict.Outcome == AuthOutcome.Stale, _simple.IsMd5Only(transaction));
                transaction.Answer(new OutgoingResponse(401)
                {
                    Headers = [.. challenges.Select(challenge => new HeaderField(HeaderId.WwwAuthenticate, challenge))],
                });
                return null;

            // Who is to wait gets the answer of a wrong password, right or not: so guessing on is of no use.
            case AuthOutcome.Accepted when _accounts.Wait(verdict.UserName, from, Now) == TimeSpan.Zero:
                _accounts.Succeeded(verdict.UserName, from, Now);
                _simple.Note(transaction);
                _addresses.Trust(from, Now + TrustedFor, Now);
                return Named(transaction, verdict.UserName);

            default:
                _accounts.Failed(verdict.UserName, from, Now);
                _addresses.Report(AddressKey.Of(from), Offence.FailedAuthentication, Now);
                transaction.Answer(403);
                return null;
        }
    }

    // A phone speaks for itself alone.
    private PhoneAccount? Named(ServerTransaction transaction, string user)
    {
        if (transaction.Request.From.SipUri?.UserName == user && _find(user) is { } account)
        {
            return account;
        }

        transaction.Answer(403);
        return null;
    }
}

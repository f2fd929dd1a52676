using System.Net;
using Switchhook.Sip.Guard.Tables;

namespace Switchhook.Sip.Guard.Accounts;

/// <summary>
/// Slows down those who guess at an account's password, from however many addresses they do: after a few wrong ones the next is looked at
/// only after a wait that doubles. The true phone does not feel it: from addresses that the account was used from, the wait is short.
/// </summary>
/// <remarks>
/// Of the control loop alone. Accounts that do not exist are slowed down the same way, so that nothing tells them apart. Whoever shares the
/// address with the true phone can make it wait for a second, and guess once a second.
/// </remarks>
public sealed class AccountGuard(AccountLimits limits)
{
    private const int MaxName = 128;

    private readonly Dictionary<string, GuardedAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>Raised for the journal: somebody guesses; at the first wrong password that makes wait, and at each tenfold of it.</summary>
    public event Action<GuardEvent>? Happened;

    /// <summary>Accounts that are kept.</summary>
    internal int Count => _accounts.Count;

    /// <summary>How long passwords for an account are not looked at from an address, right ones included; zero: look.</summary>
    public TimeSpan Wait(string account, IPAddress from, TimeSpan now) =>
        _accounts.GetValueOrDefault(Short(account))?.Wait(AddressKey.Of(from), now) ?? TimeSpan.Zero;

    /// <summary>A wrong password was given.</summary>
    public void Failed(string account, IPAddress from, TimeSpan now)
    {
        var key = AddressKey.Of(from);
        var known = Get(account, now);
        var failures = known.Fail(key, now, limits);
        if (known.Wait(key, now) is var wait && wait > TimeSpan.Zero && IsTold(failures))
        {
            var words = $"Somebody guesses at the password of {Short(account)}: {failures} wrong ones, the last from {key}."
                + $" The next is looked at after {GuardWords.Of(wait)}.";
            Happened?.Invoke(new GuardEvent(GuardEventKind.Guessed, Short(account), words));
        }
    }

    /// <summary>The right one was given: the account is used from there. Also for phones that were registered before a restart.</summary>
    public void Succeeded(string account, IPAddress from, TimeSpan now) => Get(account, now).Succeed(AddressKey.Of(from), now, limits);

    private static string Short(string account) => account.Length <= MaxName ? account : account[..MaxName];

    private bool IsTold(int failures)
    {
        var next = limits.Free + 1;
        while (next < failures)
        {
            next *= 10;
        }

        return next == failures;
    }

    private GuardedAccount Get(string account, TimeSpan now)
    {
        var name = Short(account);
        if (_accounts.TryGetValue(name, out var known))
        {
            return known;
        }

        if (_accounts.Count >= limits.MaxAccounts)
        {
            MakeRoom();
        }

        return _accounts[name] = new GuardedAccount(now);
    }

    // A tenth at once, so that a guesser of names does not make each name cost a search.
    private void MakeRoom()
    {
        var leastUsed = _accounts.OrderBy(item => item.Value.IsUsed).ThenBy(item => item.Value.Touched);
        foreach (var (name, _) in leastUsed.Take(Math.Max(limits.MaxAccounts / 10, 1)).ToList())
        {
            _accounts.Remove(name);
        }
    }
}

using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Switchhook.Site;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Provisioning;

/// <summary>
/// The secrets in the addresses at which phones fetch their configuration: made when somebody first asks for one, and dead at once when
/// renewed. Any thread.
/// </summary>
internal sealed class PhoneAddresses(PhoneSetup setup)
{
    private readonly Lock _making = new();
    private volatile Known _known = new(-1, FrozenDictionary<string, string>.Empty);

    /// <summary>The secret in a phone's address; made if need be.</summary>
    /// <returns>Null when it can be neither read nor made: the key of the secrets or the disk is broken.</returns>
    public string? Of(string number)
    {
        var name = SecretNames.Address(number);
        lock (_making)
        {
            return setup.Secrets.Get(name) ?? setup.Secrets.Make(name).Secret;
        }
    }

    /// <summary>Makes another one; from now on nothing lies at the old address.</summary>
    /// <returns>Null when it cannot be made; the old one holds then.</returns>
    public string? Renew(string number)
    {
        lock (_making)
        {
            return setup.Secrets.Make(SecretNames.Address(number)).Secret;
        }
    }

    /// <summary>The phone in whose address a secret stands.</summary>
    /// <returns>Null when it stands in none.</returns>
    public PhoneConfig? Find(string secret, SiteModel site) =>
        ByHash().GetValueOrDefault(HashOf(secret)) is { } number
        && site.Phones.TryGetValue(number, out var phone) && phone.Sip is not null
            ? phone
            : null;

    // By hash, so that how long a look-up takes tells nothing of the secrets. The version comes first: what changes in between is read
    // again.
    private FrozenDictionary<string, string> ByHash()
    {
        var version = setup.Secrets.Version();
        var known = _known;
        if (known.Version == version)
        {
            return known.Numbers;
        }

        known = new Known(version, setup.Secrets.GetAll()
            .Where(secret => SecretNames.IsAddress(secret.Key))
            .ToFrozenDictionary(secret => HashOf(secret.Value), secret => SecretNames.NumberOf(secret.Key), StringComparer.Ordinal));
        _known = known;
        return known.Numbers;
    }

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record Known(long Version, FrozenDictionary<string, string> Numbers);
}

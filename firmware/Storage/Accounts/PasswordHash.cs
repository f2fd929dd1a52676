using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Storage.Accounts;

/// <summary>
/// PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2) as one line of text, <c>pbkdf2-sha256$iterations$salt$hash</c>, so that the number of
/// iterations can rise while older hashes still verify.
/// </summary>
internal static class PasswordHash
{
    /// <summary>OWASP Password Storage Cheat Sheet (2023): 600,000 for HMAC-SHA-256.</summary>
    public const int Iterations = 600_000;

    private const string Scheme = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int MostIterations = 100_000_000;

    /// <summary>Hashes a password with a new salt.</summary>
    public static string Of(string password, int iterations = Iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Derive(password, salt, iterations);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Scheme}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <summary>Compares in constant time. False for a text that is no hash.</summary>
    public static bool Matches(string password, string encoded) =>
        TryParse(encoded, out var iterations, out var salt, out var hash)
        && CryptographicOperations.FixedTimeEquals(Derive(password, salt, iterations), hash);

    /// <summary>True when the hash was made with fewer iterations than are asked for now.</summary>
    public static bool IsWeakerThan(string encoded, int iterations) =>
        !TryParse(encoded, out var present, out _, out _) || present < iterations;

    // The same letters may be typed as different code points (é as one or as two).
    private static byte[] Derive(string password, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, iterations, HashAlgorithmName.SHA256, HashBytes);

    private static bool TryParse(string encoded, out int iterations, out byte[] salt, out byte[] hash)
    {
        (iterations, salt, hash) = (0, [], []);
        var parts = encoded.Split('$');
        if (parts.Length != 4 || parts[0] != Scheme
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out iterations)
            || iterations is < 1 or > MostIterations)
        {
            return false;
        }

        var buffer = new byte[64];
        if (!Convert.TryFromBase64String(parts[2], buffer, out var saltLength))
        {
            return false;
        }

        salt = buffer[..saltLength];
        var fits = Convert.TryFromBase64String(parts[3], buffer, out var hashLength);
        hash = buffer[..hashLength];
        return fits && hashLength == HashBytes;
    }
}

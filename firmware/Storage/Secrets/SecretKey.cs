using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Storage.Secrets;

/// <summary>
/// The box's own key, which seals its secrets: AES-256-GCM with the name of the secret as associated data, so that nothing can be put under
/// another name. Never written to a log.
/// </summary>
internal sealed class SecretKey
{
    /// <summary>Octets of the key.</summary>
    public const int Length = 32;

    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    private readonly byte[] _key;

    /// <summary>A key of <see cref="Length"/> octets.</summary>
    public SecretKey(byte[] key)
    {
        _key = key.Length == Length ? key : throw new ArgumentException($"A key has {Length} octets.", nameof(key));
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "switchhook secret key id"u8, .. key])[..8]);
    }

    /// <summary>Tells keys apart, and tells nothing of the key.</summary>
    public string Id { get; }

    /// <summary>A new key by chance.</summary>
    public static SecretKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key's octets, for its file.</summary>
    public ReadOnlySpan<byte> Octets => _key;

    /// <summary>Encrypts a text; the same text never looks the same twice.</summary>
    public byte[] Seal(string name, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[Overhead + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(Overhead), box.AsSpan(1 + NonceLength, TagLength), Encoding.UTF8.GetBytes(name));
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <summary>Decrypts; null when it was sealed with another key or under another name, or was changed.</summary>
    public string? Open(string name, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead || box[0] != Version)
        {
            return null;
        }

        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(_key, TagLength);
        try
        {
            aes.Decrypt(
                box.Slice(1, NonceLength), box[Overhead..], box.Slice(1 + NonceLength, TagLength), plain, Encoding.UTF8.GetBytes(name));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"key {Id}";
}

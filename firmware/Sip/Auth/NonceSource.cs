using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Switchhook.Sip.Auth;

/// <summary>
/// Gives out nonces and knows them again without keeping them: each holds its time and chance, signed. Only those that a right password
/// came with are kept, for the counts. Used on the control loop.
/// </summary>
/// <param name="key">Signs them; 32 bytes of chance, new with each start.</param>
/// <param name="time">The clock.</param>
/// <param name="random">The chance that makes nonces of one moment differ.</param>
internal sealed class NonceSource(byte[] key, TimeProvider time, Random random)
{
    private const int TimeBytes = 8;
    private const int ChanceBytes = 8;
    private const int SignatureBytes = 16;
    private const int SignedBytes = TimeBytes + ChanceBytes;
    private const int Bytes = SignedBytes + SignatureBytes;

    private readonly NonceUses _uses = new();

    /// <summary>How long a nonce holds. A phone that comes later is asked again and notices nothing.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>A new nonce.</summary>
    public string Issue()
    {
        Span<byte> nonce = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, Now());
        random.NextBytes(nonce.Slice(TimeBytes, ChanceBytes));
        Sign(nonce[..SignedBytes], nonce[SignedBytes..]);
        return Base64Url.EncodeToString(nonce);
    }

    /// <summary>Takes a nonce back that came with the right password, and notes the use.</summary>
    /// <param name="nonce">The nonce.</param>
    /// <param name="count">How often the client says that it used it; 0 in the old way, which may use it once.</param>
    public NonceState Use(string nonce, uint count)
    {
        Span<byte> read = stackalloc byte[Bytes];
        Span<byte> signature = stackalloc byte[SignatureBytes];
        if (nonce.Length != Base64Url.GetEncodedLength(Bytes)
            || Base64Url.DecodeFromChars(nonce, read, out _, out var length) != OperationStatus.Done || length != Bytes)
        {
            return NonceState.Unknown;
        }

        Sign(read[..SignedBytes], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, read[SignedBytes..]))
        {
            return NonceState.Unknown;
        }

        var issued = BinaryPrimitives.ReadInt64BigEndian(read);
        var chance = BinaryPrimitives.ReadInt64BigEndian(read[TimeBytes..]);
        var age = Now() - issued;
        var holds = age >= 0 && age <= (long)Life.TotalMilliseconds && _uses.TryUse(issued, chance, count, Now());
        return holds ? NonceState.Good : NonceState.Stale;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Sign(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, data, whole);
        whole[..SignatureBytes].CopyTo(signature);
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Switchhook.Storage.Backup;

/// <summary>
/// How a backup is sealed: a head with what the key is made from, then pieces of at most 64 KiB, each with AES-256 in GCM (NIST SP 800-38D)
/// under a number of its own. The last piece is marked, so that a file that was cut off shows.
/// </summary>
/// <remarks>
/// Head: 8 octets of mark, 4 of iterations, 16 of salt, 16 that tell a wrong passphrase from a damaged file. Piece: 4 octets of length
/// with the top bit set in the last one, the sealed octets, 16 of tag. Numbers are big-endian. Head and length are sealed with each piece.
/// </remarks>
internal sealed class BackupSeal : IDisposable
{
    /// <summary>Most octets of a piece before it is sealed.</summary>
    public const int Piece = 64 * 1024;

    /// <summary>Octets of a tag.</summary>
    public const int Tag = 16;

    /// <summary>Octets of the head.</summary>
    public const int HeadLength = 8 + 4 + SaltLength + CheckLength;

    /// <summary>Rounds of PBKDF2 with SHA-256 (OWASP, 2023: 600,000): what a guess of the passphrase costs.</summary>
    public const int Iterations = 600_000;

    private const int MostIterations = 20_000_000;
    private const int SaltLength = 16;
    private const int CheckLength = 16;
    private const int KeyLength = 32;
    private const uint Last = 0x8000_0000;

    private readonly AesGcm _cipher;
    private readonly byte[] _head;
    private readonly byte[] _extra;
    private readonly byte[] _nonce = new byte[12];
    private ulong _number;

    private BackupSeal(byte[] head, byte[] key)
    {
        _head = head;
        _extra = [.. head, 0, 0, 0, 0];
        _cipher = new AesGcm(key, Tag);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>The head of the file.</summary>
    public ReadOnlySpan<byte> Head => _head;

    private static ReadOnlySpan<byte> Mark => "SWHKBAK1"u8;

    /// <summary>A new seal for a new file.</summary>
    public static BackupSeal New(string passphrase)
    {
        var head = new byte[HeadLength];
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), Iterations);
        RandomNumberGenerator.Fill(head.AsSpan(12, SaltLength));
        var (key, check) = Derive(passphrase, head);
        check.CopyTo(head.AsSpan(12 + SaltLength));
        return new BackupSeal(head, key);
    }

    /// <summary>The seal of a file.</summary>
    /// <exception cref="BackupException">It is no backup, or the passphrase is another.</exception>
    public static BackupSeal Of(byte[] head, string passphrase)
    {
        var iterations = head.Length == HeadLength ? BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(8)) : 0;
        if (!head.AsSpan().StartsWith(Mark) || iterations is < 1 or > MostIterations)
        {
            throw new BackupException("This is no backup of a Switchhook box, or its first bytes are damaged. Choose another file.");
        }

        var (key, check) = Derive(passphrase, head);
        return CryptographicOperations.FixedTimeEquals(check, head.AsSpan(12 + SaltLength))
            ? new BackupSeal(head, key)
            : throw new BackupException(
                "The passphrase is not the one that this backup was made with. Type it as it was given then.");
    }

    /// <summary>The length before a piece.</summary>
    public static uint Frame(int length, bool isLast) => (uint)length | (isLast ? Last : 0);

    /// <summary>Length and mark of a piece; null when that can be no length of ours.</summary>
    public static (int Length, bool IsLast)? Read(uint frame) =>
        (frame & ~Last) <= Piece ? ((int)(frame & ~Last), (frame & Last) != 0) : null;

    /// <summary>Seals the next piece.</summary>
    public void Close(uint frame, ReadOnlySpan<byte> plain, Span<byte> closed, Span<byte> tag) =>
        _cipher.Encrypt(NextNonce(), plain, closed, tag, Extra(frame));

    /// <summary>Opens the next piece.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed.</exception>
    public void Open(uint frame, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> tag, Span<byte> plain) =>
        _cipher.Decrypt(NextNonce(), closed, tag, plain, Extra(frame));

    /// <inheritdoc/>
    public void Dispose() => _cipher.Dispose();

    private static (byte[] Key, byte[] Check) Derive(string passphrase, byte[] head)
    {
        var made = Rfc2898DeriveBytes.Pbkdf2(
            passphrase.Normalize(),
            head.AsSpan(12, SaltLength),
            BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(8)),
            HashAlgorithmName.SHA256,
            KeyLength + CheckLength);
        return (made[..KeyLength], made[KeyLength..]);
    }

    // Each file has a key of its own, so that numbers are used once.
    private byte[] NextNonce()
    {
        BinaryPrimitives.WriteUInt64BigEndian(_nonce.AsSpan(4), _number++);
        return _nonce;
    }

    private byte[] Extra(uint frame)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_extra.AsSpan(HeadLength), frame);
        return _extra;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Switchhook.Appliance.Network;

/// <summary>
/// Chance that nobody can foretell from what he has seen of it: names of calls, tags and ports go over the network. Any thread.
/// </summary>
/// <remarks>
/// A call takes some two hundred small numbers, and OpenSSL makes a block as fast as one of them: each thread keeps a block, and wipes what
/// it has given.
/// </remarks>
internal sealed class UnguessableRandom : Random
{
    private const int MantissaBits = 53;
    private const int BlockBytes = 1024;

    [ThreadStatic]
    private static byte[]? _block;

    [ThreadStatic]
    private static int _left;

    /// <inheritdoc/>
    public override int Next() => (int)Below(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => maxValue <= 1 ? 0 : (int)Below((uint)maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) =>
        maxValue - (long)minValue <= 1 ? minValue : (int)(minValue + Below((uint)(maxValue - (long)minValue)));

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue) =>
        minValue + (long)(NextDouble() * (maxValue - (double)minValue));

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => Take(buffer);

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer) => Take(buffer);

    /// <inheritdoc/>
    public override double NextDouble() => Sample();

    /// <inheritdoc/>
    protected override double Sample()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Take(bytes);
        return (BitConverter.ToUInt64(bytes) >> (64 - MantissaBits)) * (1.0 / (1UL << MantissaBits));
    }

    // Numbers that would make some results likelier than others are thrown away.
    private static long Below(uint range)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        var first = uint.MaxValue % range + 1;
        uint number;
        do
        {
            Take(bytes);
            number = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        }
        while (first != range && number < first);

        return number % range;
    }

    private static void Take(Span<byte> bytes)
    {
        if (bytes.Length > BlockBytes / 4)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        var block = _block ??= new byte[BlockBytes];
        if (_left < bytes.Length)
        {
            RandomNumberGenerator.Fill(block);
            _left = BlockBytes;
        }

        var given = block.AsSpan(BlockBytes - _left, bytes.Length);
        given.CopyTo(bytes);
        given.Clear();
        _left -= bytes.Length;
    }
}

namespace Switchhook.Sip.Rtp.Streams;

/// <summary>What a stream begins with, by chance (RFC 3550 §5.1).</summary>
/// <param name="Ssrc">Not 0.</param>
/// <param name="Sequence">The number before the first.</param>
/// <param name="Timestamp">The first date.</param>
internal readonly record struct StreamStart(uint Ssrc, ushort Sequence, uint Timestamp)
{
    /// <summary>A new beginning.</summary>
    /// <remarks>
    /// The upper half of the numbers is left out, so that they do not wrap soon: a receiver under SRTP that misses the first packets could
    /// not know of it (RFC 3711 §3.3.1).
    /// </remarks>
    public static StreamStart From(Random random) =>
        new((uint)random.NextInt64(1, 1L << 32), (ushort)random.Next(1 << 15), (uint)random.NextInt64(1L << 32));
}

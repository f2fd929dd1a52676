namespace Switchhook.Sip.Rtp.Control;

/// <summary>Wall-clock time as RTCP writes it (RFC 3550 §4): seconds since 1900 with 32 bits of fraction.</summary>
/// <param name="Value">Seconds in the upper half, their fraction in the lower.</param>
internal readonly record struct NtpTime(ulong Value)
{
    private static readonly DateTimeOffset Epoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The 32 bits in the middle: units of 1/65536 s, with which round trips are measured.</summary>
    public uint Middle => (uint)(Value >> 16);

    /// <summary>The time as RTCP writes it; from 2036 on it has wrapped, as it must.</summary>
    public static NtpTime Of(DateTimeOffset time) => new(Length(time - Epoch));

    /// <summary>A length of time in seconds with 32 bits of fraction.</summary>
    public static ulong Length(TimeSpan time) => unchecked((ulong)(((UInt128)time.Ticks << 32) / TimeSpan.TicksPerSecond));

    /// <summary>A length of time in units of 1/65536 s; no more than fits.</summary>
    public static uint Units(TimeSpan time) => (uint)Math.Clamp(time.TotalSeconds * 65536, 0, uint.MaxValue);
}

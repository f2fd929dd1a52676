namespace Switchhook.Sip.Rtp.Io;

/// <summary>The UDP ports of the site: RTP takes the even one of a pair, RTCP the odd one after it (RFC 3550 §11).</summary>
/// <param name="First">First port; an odd one is left out.</param>
/// <param name="Last">Last port.</param>
public sealed record RtpPortRange(int First, int Last)
{
    /// <summary>The range when the site names none.</summary>
    public static readonly RtpPortRange Default = new(20_000, 20_999);

    /// <summary>The first even port.</summary>
    internal int FirstEven => First + (First & 1);

    /// <summary>Number of pairs.</summary>
    internal int Pairs => Math.Max(0, (Last + 1 - FirstEven) / 2);

    /// <inheritdoc/>
    public override string ToString() => $"{First}-{Last}";
}

using System.Text;

namespace Switchhook.Sip.Guard;

/// <summary>Names by which tools that look for open boxes call themselves in User-Agent. Immutable.</summary>
/// <param name="names">Parts of names, in any case.</param>
public sealed class ScannerAgents(IEnumerable<string> names)
{
    private const int MaxLooked = 256;

    private readonly byte[][] _names = [.. names.Select(name => Encoding.ASCII.GetBytes(name.ToLowerInvariant()))];

    /// <summary>The tools that are seen most. None of them is a phone, and none is a tool by which administrators watch a box.</summary>
    public static ScannerAgents Known { get; } = new(
    [
        "friendly-scanner",
        "friendly-request",
        "sipvicious",
        "sipcli",
        "sip-scan",
        "sipscan",
        "siparmyknife",
        "sundayddr",
        "iwar",
        "pplsip",
        "vaxsipuseragent",
        "vaxipuseragent",
        "scanipscan",
        "mr.black",
    ]);

    /// <summary>Whether a User-Agent is one of them.</summary>
    /// <param name="userAgent">The value of the header; of a long one the first 256 octets are looked at.</param>
    public bool Has(ReadOnlySpan<byte> userAgent)
    {
        Span<byte> lower = stackalloc byte[MaxLooked];
        var looked = userAgent[..Math.Min(userAgent.Length, MaxLooked)];
        for (var i = 0; i < looked.Length; i++)
        {
            lower[i] = looked[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(looked[i] | 0x20) : looked[i];
        }

        foreach (var name in _names)
        {
            if (lower[..looked.Length].IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}

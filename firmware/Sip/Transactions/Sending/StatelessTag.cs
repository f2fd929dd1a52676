using System.Globalization;

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>The tag of an answer that nothing is kept of: the same each time the request comes (RFC 3261 §8.2.7).</summary>
internal static class StatelessTag
{
    /// <summary>Of what is the same in a repeated request.</summary>
    public static string Of(ReadOnlySpan<byte> callId, ReadOnlySpan<byte> branch)
    {
        var hash = default(HashCode);
        hash.AddBytes(callId);
        hash.AddBytes(branch);
        return hash.ToHashCode().ToString("x8", CultureInfo.InvariantCulture);
    }
}

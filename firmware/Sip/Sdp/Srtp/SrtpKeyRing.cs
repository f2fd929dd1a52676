using System.Collections.Immutable;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Srtp;

/// <summary>The box's own keys in a dialog: one per suite, made when first needed and kept, so that a repeated offer is the same.</summary>
internal sealed class SrtpKeyRing(ISrtpKeySource source)
{
    private ImmutableDictionary<SrtpSuite, ImmutableArray<byte>> _keys = ImmutableDictionary<SrtpSuite, ImmutableArray<byte>>.Empty;

    /// <summary>Master key and salt with which the box protects under a suite.</summary>
    public ImmutableArray<byte> Of(SrtpSuite suite)
    {
        if (!_keys.TryGetValue(suite, out var key))
        {
            Span<byte> fresh = stackalloc byte[SrtpSuites.KeyLength(suite)];
            source.Fill(fresh);
            key = [.. fresh];
            _keys = _keys.Add(suite, key);
        }

        return key;
    }
}

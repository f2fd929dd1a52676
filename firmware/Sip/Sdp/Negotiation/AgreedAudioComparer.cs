using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>Compares agreements by what they say, keys by their octets.</summary>
internal static class AgreedAudioComparer
{
    /// <summary>True when the RTP side would do the same with both.</summary>
    public static bool Same(AgreedAudio? one, AgreedAudio? other) =>
        one is null || other is null
            ? one == other
            : one with { Keys = null } == other with { Keys = null } && Same(one.Keys, other.Keys);

    private static bool Same(SrtpKeys? one, SrtpKeys? other) =>
        one is null || other is null
            ? one == other
            : one.Suite == other.Suite
                && one.Local.AsSpan().SequenceEqual(other.Local.AsSpan()) && one.Remote.AsSpan().SequenceEqual(other.Remote.AsSpan());
}

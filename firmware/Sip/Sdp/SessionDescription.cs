using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Sip.Sdp;

/// <summary>A session description (RFC 8866) as far as the box needs it: its media. Its texts are slices of the body.</summary>
/// <param name="Media">The media descriptions in their order, which an answer has to keep.</param>
internal sealed record SessionDescription(IReadOnlyList<MediaDescription> Media)
{
    /// <summary>Reads a body. Never throws; what the box does not know is passed over.</summary>
    /// <param name="body">The body; it must stay as it is as long as the description is used.</param>
    /// <param name="description">What it says.</param>
    /// <param name="error">Why it says nothing: it is no SDP, one of <see cref="SdpLimits"/> is passed, or an m= line is broken.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> body,
        [NotNullWhen(true)] out SessionDescription? description,
        [NotNullWhen(false)] out SdpError? error)
    {
        var parser = new SdpParser(body);
        error = parser.Parse();
        description = error is null ? new SessionDescription(parser.Media) : null;
        return error is null;
    }
}

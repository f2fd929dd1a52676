using System.Text;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>The place of an m= line: lines keep their order from offer to answer and for the dialog's life (RFC 3264 §8).</summary>
/// <param name="Media">The first word.</param>
/// <param name="Transport">The transport.</param>
/// <param name="Format">A format for the line of a refused stream, which must name one.</param>
internal sealed record MediaSlot(string Media, string Transport, string Format)
{
    /// <summary>The place of a line that came.</summary>
    public static MediaSlot Of(MediaDescription media) => new(
        Encoding.ASCII.GetString(media.Media.Span),
        Encoding.ASCII.GetString(media.Transport.Span),
        media.FirstFormat.IsEmpty ? "0" : Encoding.ASCII.GetString(media.FirstFormat.Span));
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>The dialog that a new call takes the place of (RFC 3891 §6.1).</summary>
/// <param name="CallId">Its Call-ID.</param>
/// <param name="ToTag">The tag of the side that gets this request.</param>
/// <param name="FromTag">The tag of the other side.</param>
/// <param name="IsEarlyOnly">Only while it is not answered.</param>
internal sealed record Replaces(string CallId, string ToTag, string FromTag, bool IsEarlyOnly = false) : IHeaderValue<Replaces>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out Replaces value)
    {
        value = null;
        var length = text.Span.IndexOf((byte)';');
        if (length <= 0)
        {
            return false;
        }

        var callId = Characters.Trim(text.Span, 0, length);
        var scanner = new Scanner(text.Span);
        scanner.MoveTo(length);
        var parameters = new HeaderParams(new SipText(text.Bytes[length..]));
        if (!HeaderParams.AreWellFormed(ref scanner)
            || !parameters.TryGet("to-tag"u8, out var to) || !parameters.TryGet("from-tag"u8, out var from))
        {
            return false;
        }

        var isEarlyOnly = parameters.Has("early-only"u8);
        value = new Replaces(text.Slice(callId).ToString(), to.ToString(), from.ToString(), isEarlyOnly);
        return callId.Length > 0;
    }

    /// <summary>As it is written in a header; in a URI it needs escapes too.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(CallId);
        Writing.AppendParameter(text, "to-tag", ToTag);
        Writing.AppendParameter(text, "from-tag", FromTag);
        if (IsEarlyOnly)
        {
            Writing.AppendParameter(text, "early-only", null);
        }

        return text.ToString();
    }
}

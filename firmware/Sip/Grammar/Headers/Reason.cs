using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>Why a request was sent: one value of header Reason (RFC 3326 §2).</summary>
/// <param name="Protocol">Whose code it is: <c>SIP</c> or <c>Q.850</c>.</param>
/// <param name="Cause">The code; null when it gives none.</param>
/// <param name="Text">In words; null when it gives none.</param>
internal sealed record Reason(string Protocol, uint? Cause, string? Text = null) : IHeaderValue<Reason>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out Reason value)
    {
        value = null;
        var scanner = new Scanner(text.Span);
        if (!scanner.TakeToken(out var protocol))
        {
            return false;
        }

        var parameters = new HeaderParams(new SipText(text.Bytes[scanner.Position..]));
        if (!HeaderParams.AreWellFormed(ref scanner))
        {
            return false;
        }

        value = new Reason(
            text.Slice(protocol).ToString(),
            Numbers.TryRead(parameters["cause"u8].Span, out var cause) ? cause : null,
            parameters.TryGet("text"u8, out var words) ? words.ToString() : null);
        return true;
    }

    /// <summary>As it is written.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Protocol);
        if (Cause is { } cause)
        {
            Writing.AppendParameter(text, "cause", cause.ToString(CultureInfo.InvariantCulture));
        }

        if (Text is not null)
        {
            text.Append(";text=");
            Writing.AppendQuoted(text, Text);
        }

        return text.ToString();
    }
}

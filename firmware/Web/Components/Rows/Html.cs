using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Switchhook.Web.Components.Rows;

/// <summary>
/// Elements written as text, for the rows of long lists. Values are encoded. Made of components, or of frames of one, the rows of a large
/// board would keep the collector busy at each change, and calls would be heard to stumble.
/// </summary>
internal static class Html
{
    /// <summary>Elements as they are written, with the values in them encoded.</summary>
    public static MarkupString Of(HtmlText text) => new(text.ToString());
}

/// <summary>What <see cref="Html.Of"/> takes: text that stays, elements that stay, and values that are encoded.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string written) => _text.Append(written);

    public void AppendFormatted(MarkupString elements) => _text.Append(elements.Value);

    public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

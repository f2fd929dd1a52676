using System.Globalization;
using System.Text;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>A file of lines <c>key = value</c>.</summary>
/// <param name="head">Its first line.</param>
internal sealed class LineFile(string head)
{
    private readonly StringBuilder _text = new(head + "\n");

    /// <summary>Adds a line. The value cannot end it.</summary>
    public LineFile Add(string key, string value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{key} = {PlainText.OneLine(value)}\n");
        return this;
    }

    /// <summary>Adds a line with a number.</summary>
    public LineFile Add(string key, int value) => Add(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a line where there is a value.</summary>
    public LineFile AddIf(string key, string? value) => value is null ? this : Add(key, value);

    /// <summary>The file.</summary>
    public override string ToString() => _text.ToString();
}

using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Writes XML for phones; the writer escapes, so that no value becomes markup.</summary>
internal static class XmlFile
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <summary>The whole file.</summary>
    public static string Write(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            root.Save(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>An element with a text.</summary>
    public static XElement Element(XName name, string value) => new(name, PlainText.OneLine(value));

    /// <summary>An element with a number.</summary>
    public static XElement Element(XName name, int value) => Element(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An attribute.</summary>
    public static XAttribute Attribute(XName name, string value) => new(name, PlainText.OneLine(value));
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace Switchhook.Sip.Events.Bodies;

/// <summary>Writes the documents <c>application/dialog-info+xml</c> (RFC 4235) of one subscription, each with the full state.</summary>
/// <param name="entity">URI of the extension that is watched.</param>
/// <remarks>Who talks with whom is nobody else's business: the documents hold no parties.</remarks>
internal sealed class DialogInfoWriter(string entity)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/dialog-info+xml";

    private const string Namespace = "urn:ietf:params:xml:ns:dialog-info";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private string _lastId = "idle";
    private int _version;

    /// <summary>Writes the next document; its version is one more than that of the last.</summary>
    /// <param name="dialog">The dialog of the extension; without one the last is told as terminated, which phones need.</param>
    public byte[] Write(DialogEntry? dialog)
    {
        _lastId = dialog?.Id ?? _lastId;
        using var bytes = new MemoryStream(512);
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("dialog-info", Namespace);
            xml.WriteAttributeString("version", _version++.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("state", "full");
            xml.WriteAttributeString("entity", entity);
            WriteDialog(xml, dialog);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void WriteDialog(XmlWriter xml, DialogEntry? dialog)
    {
        xml.WriteStartElement("dialog", Namespace);
        xml.WriteAttributeString("id", _lastId);
        if (dialog?.Replaceable is var (callId, localTag, remoteTag))
        {
            xml.WriteAttributeString("call-id", callId);
            xml.WriteAttributeString("local-tag", localTag);
            xml.WriteAttributeString("remote-tag", remoteTag);
        }

        if (dialog is { IsRinging: true })
        {
            xml.WriteAttributeString("direction", "recipient");
        }

        xml.WriteElementString("state", Namespace, dialog is null ? "terminated" : dialog.IsRinging ? "early" : "confirmed");
        xml.WriteEndElement();
    }
}

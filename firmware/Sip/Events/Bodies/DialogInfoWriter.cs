using System.Globalization;
using System.Xml;

namespace Switchhook.Sip.Events.Bodies;

/// <summary>Writes the documents <c>application/dialog-info+xml</c> (RFC 4235) of one subscription, each with the full state.</summary>
/// <param name="entity">URI of the extension that is watched.</param>
internal sealed class DialogInfoWriter(string entity)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/dialog-info+xml";

    private const string Namespace = "urn:ietf:params:xml:ns:dialog-info";

    private string _lastId = "idle";

    /// <summary>The number of the next document; it rises by one with each.</summary>
    public int Version { get; private set; }

    /// <summary>Writes the next document.</summary>
    /// <param name="dialogs">The dialogs that the extension has; with none, the last one is told as terminated, which phones need.</param>
    public byte[] Write(IReadOnlyList<DialogEntry> dialogs)
    {
        var told = dialogs.Count > 0 ? dialogs : [new DialogEntry(_lastId, DialogState.Terminated, IsCaller: false)];
        _lastId = told[^1].Id;
        return XmlBody.Write(xml =>
        {
            xml.WriteStartElement("dialog-info", Namespace);
            xml.WriteAttributeString("version", Version++.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("state", "full");
            xml.WriteAttributeString("entity", XmlBody.Clean(entity));
            foreach (var dialog in told)
            {
                WriteDialog(xml, dialog);
            }

            xml.WriteEndElement();
        });
    }

    private void WriteDialog(XmlWriter xml, DialogEntry dialog)
    {
        xml.WriteStartElement("dialog", Namespace);
        xml.WriteAttributeString("id", XmlBody.Clean(dialog.Id));
        if (dialog.Replaceable is var (callId, localTag, remoteTag))
        {
            xml.WriteAttributeString("call-id", XmlBody.Clean(callId));
            xml.WriteAttributeString("local-tag", XmlBody.Clean(localTag));
            xml.WriteAttributeString("remote-tag", XmlBody.Clean(remoteTag));
        }

        if (dialog.State != DialogState.Terminated)
        {
            xml.WriteAttributeString("direction", dialog.IsCaller ? "initiator" : "recipient");
        }

        xml.WriteElementString("state", Namespace, Name(dialog.State));
        if (dialog.RemoteUri is { } uri)
        {
            WriteParty(xml, "local", entity, null);
            WriteParty(xml, "remote", uri, dialog.RemoteName);
        }

        xml.WriteEndElement();
    }

    private static void WriteParty(XmlWriter xml, string side, string uri, string? name)
    {
        xml.WriteStartElement(side, Namespace);
        xml.WriteStartElement("identity", Namespace);
        if (name is not null)
        {
            xml.WriteAttributeString("display", XmlBody.Clean(name));
        }

        xml.WriteString(XmlBody.Clean(uri));
        xml.WriteEndElement();
        xml.WriteStartElement("target", Namespace);
        xml.WriteAttributeString("uri", XmlBody.Clean(uri));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Name(DialogState state) => state switch
    {
        DialogState.Trying => "trying",
        DialogState.Early => "early",
        DialogState.Confirmed => "confirmed",
        DialogState.Terminated => "terminated",
    };
}

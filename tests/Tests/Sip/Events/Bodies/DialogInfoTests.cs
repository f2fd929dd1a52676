using System.Text;
using System.Xml.Linq;
using Switchhook.Sip.Events.Bodies;

namespace Switchhook.Tests.Sip.Events.Bodies;

/// <summary>What phones with busy lamps are told.</summary>
public sealed class DialogInfoTests
{
    private static readonly XNamespace Space = "urn:ietf:params:xml:ns:dialog-info";

    [Fact]
    public void Tells_all_of_a_ringing_call()
    {
        var body = new DialogInfoWriter("sip:12@box.example").Write(
            new DialogEntry("d1", IsRinging: true) { Replaceable = ("call-1", "tag-l", "tag-r") });

        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<dialog-info version=\"0\" state=\"full\" entity=\"sip:12@box.example\" xmlns=\"urn:ietf:params:xml:ns:dialog-info\">"
            + "<dialog id=\"d1\" call-id=\"call-1\" local-tag=\"tag-l\" remote-tag=\"tag-r\" direction=\"recipient\">"
            + "<state>early</state></dialog></dialog-info>",
            Encoding.UTF8.GetString(body));
    }

    [Theory]
    [InlineData(true, "early", "recipient")]
    [InlineData(false, "confirmed", null)]
    [InlineData(null, "terminated", null)]
    public void Tells_the_state(bool? rings, string name, string? direction)
    {
        var document = Read(new DialogInfoWriter("sip:12@box").Write(rings is { } ringing ? new DialogEntry("d1", ringing) : null));
        var dialog = Assert.Single(document.Elements());

        Assert.Equal((name, direction), (dialog.Element(Space + "state")?.Value, dialog.Attribute("direction")?.Value));
        Assert.Null(dialog.Attribute("call-id"));
    }

    [Fact]
    public void The_version_rises_by_one_with_each_document()
    {
        var writer = new DialogInfoWriter("sip:12@box");

        Assert.Equal(["0", "1", "2"], Enumerable.Range(0, 3).Select(_ => Read(writer.Write(null)).Attribute("version")?.Value));
    }

    [Fact]
    public void An_extension_without_a_call_is_told_by_the_end_of_its_last()
    {
        var writer = new DialogInfoWriter("sip:12@box");
        Assert.Equal(("idle", "terminated"), Dialog(writer.Write(null)));

        writer.Write(new DialogEntry("d7", IsRinging: false));
        Assert.Equal(("d7", "terminated"), Dialog(writer.Write(null)));
    }

    private static XElement Read(byte[] body) => XDocument.Parse(Encoding.UTF8.GetString(body)).Root!;

    private static (string?, string?) Dialog(byte[] body)
    {
        var dialog = Assert.Single(Read(body).Elements(Space + "dialog"));
        return (dialog.Attribute("id")?.Value, dialog.Element(Space + "state")?.Value);
    }
}

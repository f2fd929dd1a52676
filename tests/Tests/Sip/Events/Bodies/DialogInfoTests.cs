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
        [
            new DialogEntry("d1", DialogState.Early, IsCaller: false)
            {
                Replaceable = ("call-1", "tag-l", "tag-r"),
                RemoteUri = "sip:+4930123@box.example",
                RemoteName = "Anna \"A\" <& Co>",
            },
        ]);

        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<dialog-info version=\"0\" state=\"full\" entity=\"sip:12@box.example\" xmlns=\"urn:ietf:params:xml:ns:dialog-info\">"
            + "<dialog id=\"d1\" call-id=\"call-1\" local-tag=\"tag-l\" remote-tag=\"tag-r\" direction=\"recipient\"><state>early</state>"
            + "<local><identity>sip:12@box.example</identity><target uri=\"sip:12@box.example\" /></local>"
            + "<remote><identity display=\"Anna &quot;A&quot; &lt;&amp; Co&gt;\">sip:+4930123@box.example</identity>"
            + "<target uri=\"sip:+4930123@box.example\" /></remote></dialog></dialog-info>",
            Encoding.UTF8.GetString(body));
    }

    [Theory]
    [InlineData(nameof(DialogState.Trying), true, "trying", "initiator")]
    [InlineData(nameof(DialogState.Early), false, "early", "recipient")]
    [InlineData(nameof(DialogState.Confirmed), true, "confirmed", "initiator")]
    [InlineData(nameof(DialogState.Terminated), true, "terminated", null)]
    public void Tells_state_and_direction(string state, bool caller, string name, string? direction)
    {
        var document = Read(new DialogInfoWriter("sip:12@box").Write([new DialogEntry("d1", Enum.Parse<DialogState>(state), caller)]));
        var dialog = Assert.Single(document.Elements());

        Assert.Equal((name, direction), (dialog.Element(Space + "state")?.Value, dialog.Attribute("direction")?.Value));
        Assert.Null(dialog.Element(Space + "remote"));
        Assert.Null(dialog.Attribute("call-id"));
    }

    [Fact]
    public void The_version_rises_by_one_with_each_document()
    {
        var writer = new DialogInfoWriter("sip:12@box");

        Assert.Equal(["0", "1", "2"], Enumerable.Range(0, 3).Select(_ => Read(writer.Write([])).Attribute("version")?.Value));
        Assert.Equal(3, writer.Version);
    }

    [Fact]
    public void An_extension_without_a_call_is_told_by_the_end_of_its_last()
    {
        var writer = new DialogInfoWriter("sip:12@box");
        Assert.Equal([("idle", "terminated")], Dialogs(writer.Write([])));

        writer.Write([new DialogEntry("d7", DialogState.Confirmed, IsCaller: true)]);
        Assert.Equal([("d7", "terminated")], Dialogs(writer.Write([])));
    }

    [Fact]
    public void All_dialogs_of_an_extension_stand_in_one_document() => Assert.Equal(
        [("d1", "confirmed"), ("d2", "early")],
        Dialogs(new DialogInfoWriter("sip:12@box").Write(
        [
            new DialogEntry("d1", DialogState.Confirmed, IsCaller: true), new DialogEntry("d2", DialogState.Early, IsCaller: false),
        ])));

    [Fact]
    public void Names_that_xml_cannot_hold_are_cleaned()
    {
        var body = new DialogInfoWriter("sip:12@box").Write(
        [
            new DialogEntry("d1", DialogState.Early, IsCaller: false)
            {
                RemoteUri = "sip:a\0@b",
                RemoteName = "Ä\u0001\ud800 \U0001F600\uffff",
            },
        ]);

        var identity = Read(body).Descendants(Space + "remote").Single().Element(Space + "identity");
        Assert.Equal(("sip:a@b", "Ä\ufffd \U0001F600"), (identity?.Value, identity?.Attribute("display")?.Value));
    }

    private static XElement Read(byte[] body) => XDocument.Parse(Encoding.UTF8.GetString(body)).Root!;

    private static IEnumerable<(string?, string?)> Dialogs(byte[] body) =>
        Read(body).Elements(Space + "dialog").Select(dialog => (dialog.Attribute("id")?.Value, dialog.Element(Space + "state")?.Value));
}

using Switchhook.Testing.Sip;
using Switchhook.Tests.Sip.Sessions;

namespace Switchhook.Tests.Sip.Dialogs;

/// <summary>Which request goes where, on the whole stack.</summary>
public sealed class RequestDispatcherTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Theory]
    [InlineData("BYE")]
    [InlineData("UPDATE")]
    [InlineData("INFO")]
    [InlineData("PRACK")]
    [InlineData("REFER")]
    public void A_request_that_needs_a_dialog_is_refused_without_one(string method)
    {
        Peer.Send(Peer.Request(method, SessionBox.Alice, "none"));
        Peer.Expect($"481 {method}");
        Peer.Send(InNoDialog(Peer.Request(method, SessionBox.Alice, "none", sequence: 2)));
        Peer.Expect($"481 {method}");
    }

    [Fact]
    public void An_INVITE_with_a_tag_of_no_dialog_is_refused()
    {
        Peer.Send(InNoDialog(Peer.Request("INVITE", SessionBox.Alice, "none")));
        Peer.Expect("481 INVITE");
        Assert.Null(_box.Incoming);
    }

    [Fact]
    public void A_refusal_of_the_general_checks_comes_before_the_dialog_is_looked_for()
    {
        Peer.Send(Peer.Request("INVITE", SessionBox.Alice, "none", "Require: magic"));
        Assert.Equal("magic", Peer.Expect("420 INVITE")["Unsupported"]);
        Assert.Null(_box.Incoming);
    }

    [Fact]
    public void OPTIONS_in_a_dialog_tells_what_the_box_can_do()
    {
        _box.Talk().Request("OPTIONS");
        var answer = Peer.Expect("200 OPTIONS");
        Assert.StartsWith("INVITE, ACK", answer["Allow"], StringComparison.Ordinal);
        Assert.Equal("application/sdp", answer["Accept"]);
        Assert.Equal("100rel, timer, replaces, norefersub", answer["Supported"]);
    }

    [Fact]
    public void OPTIONS_outside_of_a_dialog_tells_the_same()
    {
        Peer.Send(Peer.Request("OPTIONS", SessionBox.Alice, "none"));
        Assert.StartsWith("INVITE, ACK", Peer.Expect("200 OPTIONS")["Allow"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_ACK_of_no_dialog_is_dropped()
    {
        Peer.Send(Peer.Request("ACK", SessionBox.Alice, "none"));
        Peer.ExpectNothing(TimeSpan.FromSeconds(1));
    }

    public void Dispose() => _box.Dispose();

    private static string InNoDialog(string request) =>
        request.Replace($"To: <{SessionBox.Alice}>", $"To: <{SessionBox.Alice}>;tag=gone", StringComparison.Ordinal);
}

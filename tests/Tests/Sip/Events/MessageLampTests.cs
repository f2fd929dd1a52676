using Switchhook.Calls.Journal;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Sip.Events;

/// <summary>The message lamp of a phone, at a whole box (RFC 3842).</summary>
public sealed class MessageLampTests : IDisposable
{
    private const string Summary = "Event: message-summary\nAccept: application/simple-message-summary\nExpires: 300\n";

    private readonly TestBox _box = new(SipSites.Clinic());
    private readonly WatchingPhone _phone;

    public MessageLampTests() => _phone = new WatchingPhone(_box, "105", "192.0.2.50:5060");

    public void Dispose() => _box.Dispose();

    [Fact]
    public void The_lamp_is_dark_until_messages_wait_and_dark_again_when_they_are_heard()
    {
        Assert.Equal(200, _phone.Subscribe("105", Summary).Status);
        var first = _phone.News();
        Assert.Equal("application/simple-message-summary", first["Content-Type"]);
        Assert.Equal(
            "Messages-Waiting: no\r\nMessage-Account: sip:105@switchhook\r\nVoice-Message: 0/0 (0/0)\r\n", first.Body);

        Wait(2, 1);
        Assert.StartsWith("Messages-Waiting: yes\r\n", _phone.News().Body, StringComparison.Ordinal);
        Wait(0, 3);
        Assert.Contains("Voice-Message: 0/3 (0/0)", _phone.News().Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_of_others_are_none_of_a_phones_business() =>
        Assert.Equal(404, _phone.Subscribe("106", Summary).Status);

    private void Wait(int @new, int old) =>
        _box.Driver.Do(() => _box.Core.Journal.Append(new MessagesWaiting("105", @new, old, "the front desk")));
}

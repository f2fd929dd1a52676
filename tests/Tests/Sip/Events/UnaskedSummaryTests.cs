using Switchhook.Calls.Journal;
using Switchhook.Sip.Events;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Sip.Events;

/// <summary>Phones that register and do not ask of their messages are told all the same.</summary>
public sealed class UnaskedSummaryTests : IDisposable
{
    private const string Summary = "Event: message-summary\nAccept: application/simple-message-summary\nExpires: 300\n";

    private readonly TestBox _box = new(SipSites.Clinic());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_phone_that_has_registered_is_told_of_what_waits_and_of_each_change()
    {
        Wait(2, 1);
        var phone = Registered();
        phone.Peer.ExpectNothing(UnaskedSummaries.Patience - TimeSpan.FromSeconds(1));
        var notify = phone.Peer.Expect("NOTIFY");
        Assert.Equal(("message-summary", "application/simple-message-summary"), (notify["Event"], notify["Content-Type"]));
        Assert.StartsWith("terminated", notify["Subscription-State"], StringComparison.Ordinal);
        Assert.StartsWith("NOTIFY sip:105@192.0.2.50", notify.Text, StringComparison.Ordinal);
        Assert.StartsWith("Messages-Waiting: yes\r\n", notify.Body, StringComparison.Ordinal);
        phone.Peer.Answer(notify, 200);

        Wait(0, 3);
        notify = phone.Peer.Expect("NOTIFY");
        Assert.StartsWith("Messages-Waiting: no\r\n", notify.Body, StringComparison.Ordinal);
        phone.Peer.Answer(notify, 200);

        // Registering again at the same place is no news, and what others have is none of its business.
        phone.RegisterHere();
        _box.Driver.Do(() => _box.Core.Journal.Append(new MessagesWaiting("106", 5, 0, "the front desk")));
        phone.Peer.ExpectNothing(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_phone_without_messages_is_left_alone()
    {
        var phone = Registered();
        phone.Peer.ExpectNothing(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_phone_that_subscribes_is_told_once()
    {
        var watching = new WatchingPhone(_box, "105", "192.0.2.50:5070");
        var phone = Registered();
        Assert.Equal(200, watching.Subscribe("105", Summary).Status);
        watching.News();
        Wait(1, 0);
        watching.News();
        phone.Peer.ExpectNothing(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_phone_that_refuses_is_left_alone_until_it_registers_anew()
    {
        Wait(1, 0);
        var phone = Registered();
        phone.Peer.Answer(phone.Peer.Expect("NOTIFY", UnaskedSummaries.Patience + TimeSpan.FromSeconds(2)), 489);
        _box.Advance(1);
        Wait(2, 0);
        phone.Peer.ExpectNothing(TimeSpan.FromSeconds(30));

        phone.Register($"Contact: {phone.Peer.Contact}\nExpires: 0\n");
        phone.RegisterHere();
        phone.Peer.Expect("NOTIFY", UnaskedSummaries.Patience + TimeSpan.FromSeconds(2));
    }

    private RegisteringPhone Registered()
    {
        var phone = new RegisteringPhone(_box, "105", "192.0.2.50:5060");
        Assert.Equal(200, phone.RegisterHere().Status);
        return phone;
    }

    private void Wait(int @new, int old) =>
        _box.Driver.Do(() => _box.Core.Journal.Append(new MessagesWaiting("105", @new, old, "the front desk")));
}

using System.Xml.Linq;
using Switchhook.Acd;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Sip.Events;

/// <summary>A key whose lamp blinks takes the call that rings elsewhere (RFC 4235, RFC 3891), at a whole box.</summary>
public sealed class PickUpTests : IDisposable
{
    private const string Dialogs = "Event: dialog\nExpires: 300\n";

    private const string Offer =
        "v=0\r\no=- 1 1 IN IP4 192.0.2.50\r\ns=-\r\nc=IN IP4 192.0.2.50\r\nt=0 0\r\nm=audio 30000 RTP/AVP 0\r\n";

    private readonly TestBox _box = new(WithQueue(SipSites.Clinic()));
    private readonly WatchingPhone _phone;

    public PickUpTests() => _phone = new WatchingPhone(_box, "105", "192.0.2.50:5060");

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_call_that_rings_at_an_analog_phone_is_taken_and_the_phone_stops_ringing()
    {
        var ringing = RingAndWatch("101");

        Assert.Equal(200, PickUp(ringing, "101").Status);

        _box.Until(() => _box.Core.Live.Current.Phones["101"].Status == PhoneStatus.Idle, 2, "the other phone is free");
        var call = Assert.Single(_box.Core.Live.Current.Calls.Values);
        Assert.Equal("105", call.AnsweredBy?.Name);
        Assert.Contains("Phone 101 left the call: Phone 105 picked the call up.", Story());
    }

    [Fact]
    public void A_call_from_phone_to_phone_is_taken_too()
    {
        _phone.Subscribe("102", Dialogs);
        _phone.News();
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial("102");
        var ringing = Key(_phone.News(within: TimeSpan.FromSeconds(10)));

        Assert.Equal(200, PickUp(ringing, "102").Status);

        _box.Until(() => _box.Core.Live.Current.Phones["102"].Status == PhoneStatus.Idle, 2, "the other phone is free");
        Assert.Equal("105", Assert.Single(_box.Core.Live.Current.Calls.Values).AnsweredBy?.Name);
    }

    [Fact]
    public void Who_comes_too_late_is_told_and_the_call_goes_on()
    {
        var ringing = RingAndWatch("101");
        _box.Phone(1).Lift();
        _box.Until(() => _box.Core.Live.Current.Phones["101"].Status == PhoneStatus.InCall, 2, "the phone answered");
        _phone.News();

        Assert.Equal(480, PickUp(ringing, "101").Status);
        Assert.Equal("101", Assert.Single(_box.Core.Live.Current.Calls.Values).AnsweredBy?.Name);
    }

    [Fact]
    public void P39_A_pick_up_of_a_call_of_a_queue_reaches_the_wrong_one()
    {
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial("*4111");
        _box.Advance(3);
        _box.Phone(1).HangUp();
        _box.Advance(5);
        var ringing = RingAndWatch("101", line: 2);

        Assert.Equal(200, PickUp(ringing, "101").Status);

        _box.Until(() => _box.Entries<QueueJoined>().Any(), 2, "caller and colleague talk");
        Assert.Equal("phone 105", _box.Entries<QueueJoined>().Single().Agent);
        Assert.Equal("105", Assert.Single(_box.Core.Live.Current.Calls.Values).AnsweredBy?.Name);
        Assert.Equal(AgentState.Available, _box.Core.Queues.Engine.Agent("ana")!.State);
    }

    // The callers of line 2 wait in a queue.
    private static SiteModel WithQueue(SiteModel site) => site with
    {
        Lines = site.Lines.SetItem("main-2", site.Lines["main-2"] with { Flow = "queue" }),
        Flows = site.Flows.Add("queue", new FlowConfig("queue", [new FlowStep.Enqueue("desk", TimeSpan.Zero, [], null, TimeSpan.Zero)])),
        Agents = site.Agents.Add("ana", new AgentConfig("ana", "Ana", "11")),
        Queues = site.Queues.Add("desk", new QueueConfig("desk", [new QueueAgent("ana", TimeSpan.Zero)])),
    };

    private static string Key(PeerMessage notify)
    {
        var dialog = XDocument.Parse(notify.Body).Root!.Elements().Single();
        Assert.Equal("early", dialog.Elements().Single().Value);
        return $"{dialog.Attribute("call-id")!.Value};to-tag={dialog.Attribute("remote-tag")!.Value}"
            + $";from-tag={dialog.Attribute("local-tag")!.Value}";
    }

    private string RingAndWatch(string number, int line = 1)
    {
        _phone.Subscribe(number, Dialogs);
        _phone.News();
        _box.Line(line).Ring(new SimulatedCaller { Number = "3125550142" });
        return Key(_phone.News(within: TimeSpan.FromSeconds(10)));
    }

    // Lamps go on being told meanwhile, so the answers are looked for among all that arrives.
    private PeerMessage PickUp(string replaces, string number)
    {
        var uri = $"sip:{number}@switchhook";
        var call = PeerCall.Out(_phone.Peer, uri, Offer, $"Replaces: {replaces}\n");
        var asked = Final("1 INVITE");
        call.AckFailure(asked);
        var credentials = PhoneCredentials.Of("105", "INVITE", uri, asked["WWW-Authenticate"], TestBox.SecretOf("105"));
        call.Invite(Offer, $"{credentials}Replaces: {replaces}\n");
        var answer = Final("2 INVITE");
        if (answer.Status == 200)
        {
            call.Join(answer).Ack();
        }

        return answer;
    }

    private PeerMessage Final(string sequence)
    {
        PeerMessage? Find() => _phone.Peer.Wire.Received.Select(arrived => new PeerMessage(arrived))
            .FirstOrDefault(message => message.Status >= 200 && message["CSeq"] == sequence);
        _box.Until(() => Find() is not null, 5, $"an answer to {sequence}");
        return Find()!;
    }

    private IEnumerable<string> Story() => _box.Entries<CallEntry>().Select(entry => entry.Words);
}

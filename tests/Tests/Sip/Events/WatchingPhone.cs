using System.Globalization;
using System.Net;
using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.InMemory;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Sip.Events;

/// <summary>A phone on the network of a whole box that subscribes, and answers each NOTIFY; it need not be registered.</summary>
internal sealed class WatchingPhone
{
    private readonly string _number;
    private int _sequence;

    public WatchingPhone(TestBox box, string number, string at)
    {
        _number = number;
        var hop = new Hop(TransportKind.Udp, IPEndPoint.Parse(TestNetwork.BoxAddress));
        Peer = new ScriptedPeer(box.Driver, box.Network.Messages.Join(at), hop, number);
    }

    public ScriptedPeer Peer { get; }

    /// <summary>Subscribes, gives the password when it is asked, and returns the answer.</summary>
    public PeerMessage Subscribe(string resource, string more, string? password = null, string callId = "watch")
    {
        callId = $"{callId}-{_number}";
        var uri = $"sip:{resource}@switchhook";
        Send(uri, more, callId, $"<{uri}>");
        var asked = Peer.ExpectAnswer("SUBSCRIBE");
        if (asked.Status != 401)
        {
            return asked;
        }

        var secret = password ?? TestBox.SecretOf(_number);
        var credentials = PhoneCredentials.Of(_number, "SUBSCRIBE", uri, asked["WWW-Authenticate"], secret);
        Send(uri, credentials + more, callId, $"<{uri}>");
        return Peer.ExpectAnswer("SUBSCRIBE");
    }

    /// <summary>Asks again in the dialog of an accepted SUBSCRIBE.</summary>
    public PeerMessage Again(PeerMessage accepted, string more)
    {
        Send(accepted.UriOf("Contact"), more, accepted["Call-ID"], accepted["To"]);
        return Peer.ExpectAnswer("SUBSCRIBE");
    }

    /// <summary>Takes the next NOTIFY.</summary>
    public PeerMessage News(int status = 200, string more = "", TimeSpan? within = null)
    {
        var notify = Peer.Expect("NOTIFY", within);
        Peer.Answer(notify, status, more);
        return notify;
    }

    private void Send(string uri, string more, string callId, string to) => Peer.Send(string.Create(
        CultureInfo.InvariantCulture,
        $"SUBSCRIBE {uri} SIP/2.0\nVia: {Peer.NewVia()}\nMax-Forwards: 70\nFrom: <sip:{_number}@switchhook>;tag=w-{callId}\n"
        + $"To: {to}\nCall-ID: {callId}\nCSeq: {++_sequence} SUBSCRIBE\nContact: {Peer.Contact}\n{more}Content-Length: 0\n\n"));
}

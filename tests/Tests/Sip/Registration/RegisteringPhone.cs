using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Tests.Sip.Registration;

/// <summary>A SIP phone on the network of a whole box, which knows its password.</summary>
internal sealed class RegisteringPhone
{
    private const string Registrar = "sip:switchhook";

    private readonly string _number;
    private int _sequence;

    public RegisteringPhone(TestBox box, string number, string at)
    {
        _number = number;
        var hop = new Hop(TransportKind.Udp, System.Net.IPEndPoint.Parse(TestNetwork.BoxAddress));
        Peer = new ScriptedPeer(box.Driver, box.Network.Messages.Join(at), hop, number);
    }

    public ScriptedPeer Peer { get; }

    /// <summary>Sends a REGISTER, gives the password when it is asked, and returns the last answer.</summary>
    public PeerMessage Register(string more, string? password = null, string callId = "registration", int? sequence = null)
    {
        Send(more, callId, sequence);
        var asked = Peer.ExpectAnswer("REGISTER");
        if (asked.Status != 401)
        {
            return asked;
        }

        var credentials = PhoneCredentials.Of(
            _number, "REGISTER", Registrar, asked["WWW-Authenticate"], password ?? TestBox.SecretOf(_number));
        Send($"{credentials}{more}", callId, sequence + 1);
        return Peer.ExpectAnswer("REGISTER");
    }

    /// <summary>The usual registration at the phone's own address.</summary>
    public PeerMessage RegisterHere() => Register($"Contact: {Peer.Contact}\nExpires: 600\n");

    private void Send(string more, string callId, int? sequence)
    {
        _sequence = sequence ?? _sequence + 1;
        Peer.Send(
            $"REGISTER {Registrar} SIP/2.0\nVia: {Peer.NewVia()}\nMax-Forwards: 70\nFrom: <sip:{_number}@switchhook>;tag=a\n"
            + $"To: <sip:{_number}@switchhook>\nCall-ID: {callId}\nCSeq: {_sequence} REGISTER\n{more}Content-Length: 0\n\n");
    }
}

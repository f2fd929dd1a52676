using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Torture;

namespace Switchhook.SystemTests.Sip.Box.Attack;

/// <summary>Somebody at an address of 127.0.0.0/8 whom the box does not know, and who sends just what a test wants by UDP.</summary>
internal sealed partial class Stranger : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
    private readonly IPEndPoint _box;
    private int _number;

    /// <summary>A stranger who has sent nothing.</summary>
    public Stranger(IPEndPoint box, string address)
    {
        _box = box;
        _socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
    }

    /// <summary>Something came that was not taken yet.</summary>
    public bool HasHeard => _socket.Available > 0;

    /// <summary>Sends a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="user">Whom it is for, and who it says it is from.</param>
    /// <param name="more">Header lines.</param>
    public async Task SendAsync(string method, string user, string more = "")
    {
        var (number, own) = (++_number, _socket.LocalEndPoint);
        await _socket.SendToAsync(
            SampleMessages.Message(
                $"{method} sip:{user}@{_box} SIP/2.0\r\nVia: SIP/2.0/UDP {own};branch=z9hG4bK-{number};rport\r\nMax-Forwards: 70\r\n"
                + $"From: <sip:{user}@switchhook>;tag={number}\r\nTo: <sip:{user}@switchhook>\r\nCall-ID: {number}@{own}\r\n"
                + $"CSeq: {number} {method}\r\nContact: <sip:{user}@{own}>\r\n{more}Content-Length: 0\r\n\r\n"),
            _box);
    }

    /// <summary>Takes the next final answer.</summary>
    public async Task<string> AnswerAsync()
    {
        using var late = new CancellationTokenSource(Limit, TimeProvider.System);
        var buffer = new byte[65_536];
        while (true)
        {
            var text = AnswerJudge.Text(buffer.AsSpan(0, await _socket.ReceiveAsync(buffer, late.Token)));
            if (AnswerJudge.StatusOf(text) >= 200)
            {
                return text;
            }
        }
    }

    /// <summary>Tries a password that is wrong, as a phone would a right one; what is said in the end.</summary>
    public async Task<string> GuessAsync(string user)
    {
        await SendAsync("REGISTER", user);
        var nonce = Nonce().Match(await AnswerAsync()).Groups["value"].Value;
        await SendAsync(
            "REGISTER",
            user,
            $"Authorization: Digest username=\"{user}\", realm=\"switchhook\", nonce=\"{nonce}\", uri=\"sip:{user}@{_box}\", "
            + "response=\"00000000000000000000000000000000\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\r\n");
        return await AnswerAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    [GeneratedRegex("nonce=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}

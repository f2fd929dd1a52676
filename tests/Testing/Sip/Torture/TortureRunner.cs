using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Torture;

/// <summary>Sends the messages of RFC 4475 to a server, one after the other, and judges what comes back.</summary>
/// <param name="server">Where it takes SIP.</param>
/// <param name="patience">How long to wait for a final answer: a busy machine is late, and late is not wrong here.</param>
/// <param name="quiet">How long to listen where none may come.</param>
public sealed partial class TortureRunner(IPEndPoint server, TimeSpan patience, TimeSpan quiet)
{
    private const int LargestAnswer = 65_536;

    private long _number = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Sends all over UDP, a socket for each.</summary>
    public Task<IReadOnlyList<TortureResult>> RunUdpAsync(IEnumerable<TortureCase> cases, CancellationToken ct = default) =>
        RunAsync(cases, "UDP", ct);

    /// <summary>Sends all over TCP, a connection for each.</summary>
    public Task<IReadOnlyList<TortureResult>> RunTcpAsync(IEnumerable<TortureCase> cases, CancellationToken ct = default) =>
        RunAsync(cases, "TCP", ct);

    private async Task<IReadOnlyList<TortureResult>> RunAsync(IEnumerable<TortureCase> cases, string transport, CancellationToken ct)
    {
        List<TortureResult> results = [];
        foreach (var one in cases)
        {
            var message = TortureMessage.Prepare(one.Message.Span, transport, ++_number);
            var isWaitedFor = !one.IsResponse && !one.IsUnanswered && !(transport == "TCP" && one.HasNoEnd);
            var (statuses, isClosed) = await AskAsync(message, transport, isWaitedFor ? patience : quiet, ct);
            var (alive, _) = await AskAsync(Options(transport, ++_number), transport, patience, ct);
            var answer = new TortureAnswer(statuses, isClosed, alive.Count > 0);
            results.Add(new TortureResult(one, transport, answer, TortureJudge.FaultOf(one, answer, isStream: transport == "TCP")));
        }

        return results;
    }

    private async Task<(List<int> Statuses, bool IsClosed)> AskAsync(
        byte[] message, string transport, TimeSpan wait, CancellationToken ct)
    {
        var isTcp = transport == "TCP";
        using var socket = new Socket(
            AddressFamily.InterNetwork, isTcp ? SocketType.Stream : SocketType.Dgram, isTcp ? ProtocolType.Tcp : ProtocolType.Udp);
        using var late = new CancellationTokenSource(wait, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        List<int> statuses = [];
        try
        {
            await socket.ConnectAsync(server, either.Token);
            await socket.SendAsync(message, either.Token);
            var isClosed = await ReceiveAsync(socket, isTcp, statuses, either.Token);
            return (statuses, isClosed);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (statuses, false);
        }
        catch (SocketException)
        {
            return (statuses, isTcp);
        }
    }

    // Up to a final answer, or until the server closes the connection: true then.
    private static async Task<bool> ReceiveAsync(Socket socket, bool isTcp, List<int> statuses, CancellationToken ct)
    {
        var buffer = new byte[LargestAnswer];
        var text = "";
        while (text.Length < LargestAnswer)
        {
            var length = await socket.ReceiveAsync(buffer, ct);
            if (length == 0 && isTcp)
            {
                return true;
            }

            text += Encoding.Latin1.GetString(buffer, 0, length) + (isTcp ? "" : "\r\n");
            statuses.Clear();
            statuses.AddRange(StatusLine().Matches(text).Select(
                line => int.Parse(line.Groups["status"].Value, CultureInfo.InvariantCulture)));
            if (statuses.Any(status => status >= 200))
            {
                return false;
            }
        }

        return false;
    }

    private byte[] Options(string transport, long number) => Encoding.ASCII.GetBytes(
        $"OPTIONS sip:{server} SIP/2.0\r\nVia: SIP/2.0/{transport} 127.0.0.1:9;rport;branch=z9hG4bK-alive-{number}\r\n"
        + $"Max-Forwards: 70\r\nFrom: <sip:torture@127.0.0.1>;tag={number}\r\nTo: <sip:{server}>\r\nCall-ID: alive-{number}\r\n"
        + "CSeq: 1 OPTIONS\r\nContact: <sip:torture@127.0.0.1:9>\r\nContent-Length: 0\r\n\r\n");

    [GeneratedRegex(@"^SIP/2\.0 (?<status>[1-6]\d\d) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex StatusLine();
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Switchhook.Testing.Sip.Torture;

namespace Switchhook.SystemTests.Sip.Box.Attack;

/// <summary>Sends spoiled messages from an address of 127.0.0.0/8, takes all answers, and judges each.</summary>
internal sealed partial class GarbageSender : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StreamWait = TimeSpan.FromMilliseconds(300);

    private readonly IPEndPoint _box;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 22 };
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<int, string> _sent = new();
    private readonly Task _receiving;
    private readonly Spoiler _udp;
    private readonly Spoiler _tcp;
    private int _count;

    /// <summary>A sender that has not sent yet.</summary>
    public GarbageSender(IPEndPoint box, string address, int seed)
    {
        _box = box;
        _socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _udp = new Spoiler(box, Address, "UDP", seed);
        _tcp = new Spoiler(box, Address, "TCP", seed + 1);
        _receiving = ReceiveAsync();
    }

    /// <summary>Where it sends from.</summary>
    public IPEndPoint Address { get; }

    /// <summary>How often each status came.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = new();

    /// <summary>What was wrong with answers.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Sends datagrams, some at a time so that the box can read them.</summary>
    public async Task SendAsync(int count, int atOnce)
    {
        for (var i = 0; i < count; i++)
        {
            var message = _udp.Next();
            _sent[++_count] = AnswerJudge.Text(message);
            await _socket.SendToAsync(message, _box, _end.Token);
            if (i % atOnce == 0)
            {
                await Task.Delay(Pace, TimeProvider.System, _end.Token);
            }
        }
    }

    /// <summary>Sends each on a connection of its own, some at once, and takes what comes back for a moment.</summary>
    public async Task SendOnStreamsAsync(int count, int atOnce)
    {
        for (var i = 0; i < count; i += atOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => _tcp.Next()).ToList().Select(JudgeOnStreamAsync));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task JudgeOnStreamAsync(byte[] message)
    {
        foreach (var answer in Split(await AskOnStreamAsync(message)))
        {
            Judge(answer, [AnswerJudge.Text(message)]);
        }
    }

    private async Task<string> AskOnStreamAsync(byte[] message)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        socket.Bind(new IPEndPoint(Address.Address, 0));
        var buffer = new byte[65_536];
        var length = 0;
        try
        {
            await socket.ConnectAsync(_box, late.Token);
            await socket.SendAsync(message, late.Token);
            late.CancelAfter(StreamWait);
            int got;
            do
            {
                got = await socket.ReceiveAsync(buffer.AsMemory(length), late.Token);
                length += got;
            }
            while (got > 0 && length < buffer.Length);
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // It says no more, or has closed what it cannot read.
        }

        return AnswerJudge.Text(buffer.AsSpan(0, length));
    }

    // The answers of one connection, by their Content-Length.
    private static IEnumerable<string> Split(string text)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = Length().Match(text) is { Success: true } found
                ? int.Parse(found.Groups["length"].Value, CultureInfo.InvariantCulture)
                : 0;
            var whole = end < 0 ? text.Length : Math.Min(text.Length, end + 4 + length);
            yield return text[..whole];
            text = text[whole..];
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[65_536];
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var length = await _socket.ReceiveAsync(buffer, _end.Token);
                var text = AnswerJudge.Text(buffer.AsSpan(0, length));
                Judge(text, CandidatesFor(text));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Those that an answer names; all when it names none of them rightly.
    private IEnumerable<string> CandidatesFor(string answer) => Name().Matches(answer)
        .Select(name => int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture)).Distinct()
        .Select(number => _sent.GetValueOrDefault(number)).OfType<string>()
        .Concat(_sent.Values);

    private void Judge(string text, IEnumerable<string> candidates)
    {
        // What rings a party that the message named is a request of the box, and no answer.
        if (!text.StartsWith("SIP/2.0 ", StringComparison.Ordinal) && text.Contains(" SIP/2.0\r\n", StringComparison.Ordinal))
        {
            return;
        }

        Statuses.AddOrUpdate(AnswerJudge.StatusOf(text), 1, (_, before) => before + 1);
        if (AnswerJudge.FaultOf(text, candidates) is { } fault)
        {
            Faults.Enqueue($"{fault}:\n{text}\n--- to ---\n{CandidatesFor(text).FirstOrDefault()}");
        }
    }

    [GeneratedRegex(@"k(?<number>\d{1,8})k", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^Content-Length\s*:\s*(?<length>\d{1,8})\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Length();
}

using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Switchhook.Sip.Guard;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>One TCP or TLS connection: read, cut into messages, written, watched, ended once.</summary>
/// <remarks>
/// Two flows run on threads of the pool: <see cref="RunAsync"/> opens, reads and ends it, and one writes. All else that has time in it is
/// decided by <see cref="Watch"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "RunAsync frees all at the end of the stream, when nobody else can.")]
internal sealed class SipStream
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseEach = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly ReadOnlyMemory<byte> Pong = "\r\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Ping = "\r\n\r\n"u8.ToArray();

    private readonly IStreamOwner _owner;
    private readonly StreamFraming _framing;
    private readonly SendQueue _queue;
    private readonly StreamClock _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly TimeSpan _openLimit;
    private readonly TimeProvider _time;
    private Stream? _stream;
    private string? _why;
    private TimeSpan _pause;

    /// <summary>A stream that is not open yet.</summary>
    /// <param name="hop">Its number and the other side.</param>
    /// <param name="isOurs">True when the box opens it.</param>
    /// <param name="options">Limits and keep-alive.</param>
    /// <param name="owner">Whom it tells.</param>
    /// <param name="time">The clock.</param>
    public SipStream(Hop hop, bool isOurs, WireOptions options, IStreamOwner owner, TimeProvider time)
    {
        Hop = hop;
        IsOurs = isOurs;
        _owner = owner;
        _framing = new StreamFraming(options.Limits.MessageBytes);
        _queue = new SendQueue(options.Limits.QueuedBytes);
        _clock = new StreamClock(isOurs, options, time);
        _openLimit = options.Limits.Open;
        _time = time;
    }

    /// <summary>Its number and the other side.</summary>
    public Hop Hop { get; }

    /// <summary>True when the box opened it.</summary>
    public bool IsOurs { get; }

    /// <summary>The box's own address on it, once it is open.</summary>
    public IPAddress? Local { get; private set; }

    /// <summary>Sends when its turn comes. A peer for whom too much waits is cut off. Any thread; never waits.</summary>
    public SendQueue.Added Send(ReadOnlyMemory<byte> message, Hop to)
    {
        var added = _queue.Add(message, to);
        if (added == SendQueue.Added.Full)
        {
            End("the other side does not read what is sent to it.");
        }

        return added;
    }

    /// <summary>Ends it; the first reason counts. Any thread.</summary>
    public void End(string why)
    {
        if (Interlocked.CompareExchange(ref _why, why, null) is null)
        {
            _queue.Close();
            _ = _end.CancelAsync();
        }
    }

    /// <summary>Keeps it alive no more: it ends when it is not used for long.</summary>
    public void Retire() => _clock.Retire();

    /// <summary>Looks whether anything takes too long, or a ping is due. Called about once a second.</summary>
    public void Watch()
    {
        switch (_clock.Check(out var why))
        {
            case StreamClock.Due.End:
                End(why);
                break;
            case StreamClock.Due.Ping:
                _framing.ExpectsPong = true;
                Send(Ping, default);
                break;
            default:
                break;
        }
    }

    /// <summary>The life of the stream.</summary>
    /// <param name="socket">A socket of its own.</param>
    /// <param name="open">Connects or greets; its time is limited.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the reading ends the stream, with its reason.")]
    public async Task RunAsync(Socket socket, Func<Socket, CancellationToken, Task<Stream>> open)
    {
        var writing = Task.CompletedTask;
        try
        {
            _stream = await OpenAsync(socket, open);
            writing = WriteAsync(_stream);
            await ReadAsync(_stream);
        }
        catch (Exception error)
        {
            End(WireWords.Of(error));
        }

        await writing;
        await CloseAsync(socket);
        _framing.Release();
        _owner.Ended(this, _stream is not null, _why!, _queue.TakeUnsent());
    }

    private async Task<Stream> OpenAsync(Socket socket, Func<Socket, CancellationToken, Task<Stream>> open)
    {
        using var limit = new CancellationTokenSource(_openLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token);
        var stream = await open(socket, either.Token);
        Local = ((IPEndPoint)socket.LocalEndPoint!).Address;
        _clock.Opened();
        return stream;
    }

    private async Task ReadAsync(Stream stream)
    {
        while (true)
        {
            if (_framing.IsEmpty)
            {
                // Without memory of its own for as long as nothing comes.
                await WhenReadableAsync(stream);
            }

            var count = await stream.ReadAsync(_framing.Room(), _end.Token);
            if (count == 0)
            {
                End("the other side closed it.");
                return;
            }

            _framing.Added(count);
            if (!TakeFrames())
            {
                await DiscardAsync(stream);
                return;
            }

            if (_pause > TimeSpan.Zero)
            {
                await Task.Delay(_pause, _time, _end.Token);
                _pause = TimeSpan.Zero;
            }
        }
    }

    private ValueTask<int> WhenReadableAsync(Stream stream) => stream.ReadAsync(Memory<byte>.Empty, _end.Token);

    // False: nothing more can be read.
    private bool TakeFrames()
    {
        var isPinged = false;
        while (true)
        {
            switch (_framing.Next(out var message))
            {
                case StreamFrame.More:
                    _clock.Read(isPartial: !_framing.IsEmpty);
                    if (isPinged)
                    {
                        Send(Pong, default);
                    }

                    return true;
                case StreamFrame.Message:
                    _clock.Message();
                    switch (_owner.Take(this, message))
                    {
                        case Admission.Banned:
                            End("the other side is not heard any more.");
                            return true;
                        case Admission.TooFast:
                            _pause = TimeSpan.FromTicks(Math.Min((_pause + PauseEach).Ticks, LongestPause.Ticks));
                            break;
                        case Admission.Heard:
                            break;
                    }

                    break;
                case StreamFrame.Ping:
                    isPinged = true;
                    break;
                case StreamFrame.Pong:
                    _clock.Pong();
                    break;
                case StreamFrame.Broken:
                    Break(message);
                    return false;
            }
        }
    }

    private void Break(ReadOnlySpan<byte> head)
    {
        // With a head there is somebody to answer; the watch ends the stream when that is done.
        _clock.Break();
        if (head.IsEmpty)
        {
            End("what came on it was no SIP.");
        }

        _owner.TakeBroken(this, head);
    }

    // What still comes is read away, or the kernel would answer it with a reset that overtakes our last answer.
    private async Task DiscardAsync(Stream stream)
    {
        var waste = new byte[4096];
        while (await stream.ReadAsync(waste, _end.Token) > 0)
        {
        }

        End("the other side closed it.");
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the writing ends the stream, with its reason.")]
    private async Task WriteAsync(Stream stream)
    {
        try
        {
            await foreach (var message in _queue.TakeAsync(_end.Token))
            {
                _clock.Writing(true);
                await stream.WriteAsync(message, _end.Token);
                _clock.Writing(false);
                _owner.Sent();
            }
        }
        catch (Exception error)
        {
            End(WireWords.Of(error));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The other side is gone already or hears no goodbye: both come to the same.")]
    private async Task CloseAsync(Socket socket)
    {
        try
        {
            if (_stream is SslStream tls)
            {
                using var limit = new CancellationTokenSource(Goodbye, _time);
                await tls.ShutdownAsync().WaitAsync(limit.Token);
            }
        }
        catch (Exception)
        {
            // It was worth a try.
        }

        // The socket first: a stream of TLS that waits for it would wait on.
        socket.Dispose();
        if (_stream is not null)
        {
            await _stream.DisposeAsync();
        }
    }
}

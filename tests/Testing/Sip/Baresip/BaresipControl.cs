using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Switchhook.Testing.Sip.Baresip;

/// <summary>baresip's control connection (ctrl_tcp): JSON in netstrings. Commands are answered in turn; events come in between.</summary>
internal sealed class BaresipControl : IAsyncDisposable
{
    private const int LargestMessage = 1 << 20;

    private readonly TcpClient _client;
    private readonly Stream _stream;
    private readonly Lock _lock = new();
    private readonly List<BaresipEvent> _events = [];
    private readonly Dictionary<string, TaskCompletionSource<(bool, string)>> _asked = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;
    private TaskCompletionSource _changed = NewSource();
    private int _taken;

    private BaresipControl(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _reading = ReadAsync();
    }

    /// <summary>All events so far that no one has waited for, oldest first.</summary>
    public IReadOnlyList<BaresipEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    public static async Task<BaresipControl> ConnectAsync(int port, CancellationToken ct)
    {
        var client = new TcpClient(AddressFamily.InterNetwork) { NoDelay = true };
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return new BaresipControl(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Gives a command, and waits for its answer.</summary>
    public async Task<(bool IsOk, string Text)> CommandAsync(string command, string parameters, CancellationToken ct)
    {
        var token = $"t{Interlocked.Increment(ref _taken)}";
        var answer = new TaskCompletionSource<(bool, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _asked.Add(token, answer);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["command"] = command,
            ["params"] = parameters,
            ["token"] = token,
        });
        byte[] message = [.. Encoding.ASCII.GetBytes($"{json.Length}:"), .. json, (byte)','];
        await _stream.WriteAsync(message, ct);
        return await answer.Task.WaitAsync(ct);
    }

    /// <summary>Takes the first event of those wanted, now or as soon as it comes.</summary>
    public async Task<BaresipEvent> TakeAsync(Func<BaresipEvent, bool> isWanted, CancellationToken ct)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_events.FirstOrDefault(isWanted) is { } found)
                {
                    _events.Remove(found);
                    return found;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _client.Dispose();
        await _reading;
        _closing.Dispose();
    }

    // Ends when the connection does; whoever still waits runs into his own limit.
    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                using var json = JsonDocument.Parse(await ReadNetstringAsync());
                Take(json.RootElement);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException or JsonException)
        {
            lock (_lock)
            {
                _asked.Values.ToList().ForEach(one => one.TrySetResult((false, "the connection is closed")));
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadNetstringAsync()
    {
        var one = new byte[1];
        var length = 0;
        while (true)
        {
            await _stream.ReadExactlyAsync(one, _closing.Token);
            if (one[0] == ':')
            {
                break;
            }

            length = (length * 10) + int.Parse([(char)one[0]], NumberStyles.None, CultureInfo.InvariantCulture);
            if (length > LargestMessage)
            {
                throw new IOException($"baresip sent a message of over {LargestMessage} bytes.");
            }
        }

        var message = new byte[length + 1];
        await _stream.ReadExactlyAsync(message, _closing.Token);
        return message.AsMemory(0, length);
    }

    private void Take(JsonElement json)
    {
        lock (_lock)
        {
            if (json.TryGetProperty("event", out _))
            {
                _events.Add(BaresipEvent.Read(json));
                _changed.SetResult();
                _changed = NewSource();
            }
            else if (json.TryGetProperty("token", out var token) && _asked.Remove(token.GetString() ?? "", out var answer))
            {
                answer.TrySetResult((json.GetProperty("ok").GetBoolean(), json.GetProperty("data").GetString() ?? ""));
            }
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using System.Collections.Concurrent;
using System.Text;
using Switchhook.Sip.Transport;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>Listens to a wire, and lets a test wait for what it expects.</summary>
internal sealed class WireLog : IWireListener
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentQueue<(string Text, Hop From)> _messages = new();
    private readonly ConcurrentQueue<string> _troubles = new();

    /// <summary>What came, with where from.</summary>
    public IReadOnlyList<(string Text, Hop From)> Messages => [.. _messages];

    /// <summary>What could not be sent, in words.</summary>
    public ConcurrentQueue<(Hop To, string Why)> Failures { get; } = new();

    /// <summary>Streams that were closed.</summary>
    public ConcurrentQueue<Hop> Closed { get; } = new();

    /// <summary>What else the wire told.</summary>
    public IReadOnlyList<string> Troubles => [.. _troubles];

    /// <summary>Called within <see cref="OnMessage"/>, to answer or to fail.</summary>
    public Action<string, Hop>? Then { get; set; }

    /// <inheritdoc/>
    public void OnMessage(ReadOnlySpan<byte> message, Hop from)
    {
        var text = Encoding.Latin1.GetString(message);
        _messages.Enqueue((text, from));
        Then?.Invoke(text, from);
    }

    /// <inheritdoc/>
    public void OnFailed(Hop to, string why) => Failures.Enqueue((to, why));

    /// <inheritdoc/>
    public void OnClosed(Hop hop) => Closed.Enqueue(hop);

    /// <summary>Takes what the wire tells that no sender waits for.</summary>
    public void OnTrouble(string what) => _troubles.Enqueue(what);

    /// <summary>Waits until so many messages came.</summary>
    public async Task<IReadOnlyList<(string Text, Hop From)>> WaitForMessagesAsync(int count)
    {
        await WaitAsync(() => _messages.Count >= count, $"{count} messages");
        return Messages;
    }

    /// <summary>Waits until something is true, at most 20 s.</summary>
    public async Task WaitAsync(Func<bool> condition, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(since) > Limit)
            {
                var told = string.Join(" | ", Failures.Select(failure => failure.Why).Concat(_troubles));
                throw new TimeoutException($"{what} did not come: {_messages.Count} messages, {Closed.Count} closed, told: {told}");
            }

            await Task.Delay(Step, TimeProvider.System);
        }
    }
}

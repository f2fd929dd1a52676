using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Queues.Messages;

/// <summary>An agent hears a message, as often as he likes, and says by a key what becomes of it: any telephone has those.</summary>
/// <param name="loop">The control loop.</param>
/// <param name="agent">Connected.</param>
/// <param name="message">The sound.</param>
/// <param name="keys">Tells the keys; null when it cannot be said.</param>
/// <param name="canCall">True when the caller can be called back.</param>
internal sealed class MessageListening(ControlLoop loop, Leg agent, Prompt message, Prompt? keys, bool canCall)
{
    private const char AgainKey = '1';
    private const char CallKey = '2';
    private const char DoneKey = '3';

    // Whoever puts the handset aside has heard it.
    private static readonly TimeSpan KeyLimit = TimeSpan.FromSeconds(20);

    private TaskCompletionSource<char> _key = new();
    private CancellationTokenSource? _playing;

    /// <summary>The whole of it.</summary>
    /// <returns>What the agent does with it, at the latest when he hangs up.</returns>
    public async Task<MessageResult> RunAsync()
    {
        var heard = agent.Media.Detectors;
        agent.Media.Detectors = heard | Detectors.Dtmf;
        agent.Digit += OnDigit;
        try
        {
            var isHeard = false;
            while (agent.State != LegState.Ended)
            {
                _key = new TaskCompletionSource<char>();
                isHeard |= await PlayAsync(message);
                switch (await KeyAsync())
                {
                    case CallKey:
                        return MessageResult.CallBack;
                    case DoneKey:
                        return MessageResult.Heard;
                }
            }

            return isHeard ? MessageResult.Heard : MessageResult.NotHeard;
        }
        finally
        {
            agent.Digit -= OnDigit;
            if (agent.State != LegState.Ended)
            {
                agent.Media.Detectors = heard;
            }
        }
    }

    // A key cuts off what is said; the agent's own end does too.
    private async Task<bool> PlayAsync(Prompt prompt)
    {
        using var playing = CancellationTokenSource.CreateLinkedTokenSource(agent.Gone);
        _playing = playing;
        var isWhole = await agent.Media.PlayAsync(prompt.Open(), PlayMode.Instead, playing.Token);
        _playing = null;
        return isWhole;
    }

    // Null when the agent has gone.
    private async Task<char?> KeyAsync()
    {
        if (!_key.Task.IsCompleted && keys is not null && agent.State != LegState.Ended)
        {
            await PlayAsync(keys);
        }

        using var limit = loop.Schedule(KeyLimit, () => _key.TrySetResult(DoneKey));
        await Task.WhenAny(_key.Task, agent.Ended);
        return _key.Task.IsCompleted ? await _key.Task : null;
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        if (digit is AgainKey or DoneKey || (digit == CallKey && canCall))
        {
            // What waits for the key goes on at once, and may play something else.
            var playing = _playing;
            _key.TrySetResult(digit);
            playing?.Cancel();
        }
    }
}

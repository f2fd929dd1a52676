using System.Text;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>Says something to a caller, and takes the keys that he answers with.</summary>
internal sealed class KeyEntry(ControlLoop loop)
{
    /// <summary>Long enough to look for a number, short enough that a silent line does not keep the place for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan NextKeyLimit = TimeSpan.FromSeconds(6);

    /// <summary>Asks for keys. The first may come while the question is still said: it cuts it off.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="phrases">The question.</param>
    /// <param name="most">Most keys, from 1; of several, # ends them.</param>
    /// <param name="patience">How long the first key is waited for after the question.</param>
    /// <param name="cancel">Someone has time for the caller.</param>
    /// <returns>The keys, without the # at their end; empty for none in time.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or the caller has gone.</exception>
    public async Task<string> AskAsync(
        FlowCall flow, IReadOnlyList<Phrase> phrases, int most, TimeSpan patience, CancellationToken cancel)
    {
        var keys = new StringBuilder();
        var done = new TaskCompletionSource();
        IDisposable? limit = null;
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        flow.Caller.Digit += OnDigit;
        try
        {
            await PlayAsync(flow, phrases, cut.Token);
            cancel.ThrowIfCancellationRequested();
            limit ??= loop.Schedule(patience, () => done.TrySetResult());
            await done.Task.WaitAsync(cancel);
            return keys.ToString();
        }
        finally
        {
            flow.Caller.Digit -= OnDigit;
            limit?.Dispose();
        }

        void OnDigit(Leg leg, char digit, DigitPath path)
        {
            cut.Cancel();
            limit?.Dispose();
            limit = loop.Schedule(NextKeyLimit, () => done.TrySetResult());
            if (done.Task.IsCompleted || (digit == '#' && most > 1))
            {
                done.TrySetResult();
                return;
            }

            keys.Append(digit);
            if (keys.Length == most)
            {
                done.TrySetResult();
            }
        }
    }

    /// <summary>Says something; a key cuts it off.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="cancel">Someone has time for the caller.</param>
    /// <param name="phrases">What is said.</param>
    /// <exception cref="OperationCanceledException">Cancelled, or the caller has gone.</exception>
    public static async Task SayAsync(FlowCall flow, CancellationToken cancel, params IReadOnlyList<Phrase> phrases)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        flow.Caller.Digit += Cut;
        try
        {
            await PlayAsync(flow, phrases, cut.Token);
        }
        finally
        {
            flow.Caller.Digit -= Cut;
        }

        cancel.ThrowIfCancellationRequested();

        void Cut(Leg leg, char digit, DigitPath path) => cut.Cancel();
    }

    private static async Task PlayAsync(FlowCall flow, IReadOnlyList<Phrase> phrases, CancellationToken cut)
    {
        var announcement = flow.Announcements.Make(phrases);
        if (announcement.Missing is { } missing)
        {
            flow.Call.Note("queue", missing);
        }

        if (announcement.Prompt is { } prompt)
        {
            await flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, cut);
        }
    }
}

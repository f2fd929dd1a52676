using System.Text;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>Finds out at which number a caller can be called back: by the number that the line told, else the caller keys it in.</summary>
internal sealed class NumberEntry(ControlLoop loop)
{
    /// <summary>Most digits that are taken.</summary>
    private const int MostDigits = 20;

    // Long enough to look for a number, short enough that a silent line does not keep the place for ever.
    private static readonly TimeSpan FirstKeyLimit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan NextKeyLimit = TimeSpan.FromSeconds(6);

    /// <summary>The number as it is dialled on a line.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="over">Line group of the call back.</param>
    /// <param name="cancel">Someone has time for the caller.</param>
    /// <returns>Null when there is none that the site allows to call; the caller has been told so.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or the caller has gone.</exception>
    public async Task<string?> AskAsync(FlowCall flow, string over, CancellationToken cancel)
    {
        if (flow.Identity is { Withheld: false, Number: { } told } && Allowed(flow, told, over) is { } known)
        {
            return known;
        }

        var keys = KeysAsync(flow.Caller, cancel);
        await SayAsync(flow, Phrase.EnterNumber, cancel);
        if (Allowed(flow, await keys, over) is { } entered)
        {
            return entered;
        }

        await SayAsync(flow, Phrase.NumberRefused, cancel);
        return null;
    }

    private static string? Allowed(FlowCall flow, string told, string over)
    {
        var number = NationalNumber.Of(told, flow.Site.Country);
        return number.Length is > 0 and <= MostDigits && flow.Site.DialPlan.MayCall(number, over) ? number : null;
    }

    // The first key may come while the sentence is still said: it cuts it off.
    private async Task<string> KeysAsync(Leg caller, CancellationToken cancel)
    {
        var keys = new StringBuilder();
        var done = new TaskCompletionSource();
        var limit = loop.Schedule(FirstKeyLimit, () => done.TrySetResult());
        caller.Digit += OnDigit;
        try
        {
            await done.Task.WaitAsync(cancel);
            return keys.ToString();
        }
        finally
        {
            caller.Digit -= OnDigit;
            limit.Dispose();
        }

        void OnDigit(Leg leg, char digit, DigitPath path)
        {
            limit.Dispose();
            if (digit == '#' || keys.Length == MostDigits)
            {
                done.TrySetResult();
                return;
            }

            keys.Append(digit);
            limit = loop.Schedule(NextKeyLimit, () => done.TrySetResult());
        }
    }

    private static async Task SayAsync(FlowCall flow, Phrase phrase, CancellationToken cancel)
    {
        if (flow.Site.Prompts.Announcements.Make(phrase).Prompt is { } prompt)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            flow.Caller.Digit += Cut;
            await flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, cut.Token);
            flow.Caller.Digit -= Cut;
            cancel.ThrowIfCancellationRequested();

            void Cut(Leg leg, char digit, DigitPath path) => cut.Cancel();
        }
    }
}

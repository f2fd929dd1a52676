using System.Globalization;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>Finds out when a caller wants to be called back: in turn, or at a time that is keyed in.</summary>
/// <remarks>Whoever presses nothing, or three times nothing that is understood, is called in turn: the number is left already.</remarks>
internal sealed class TimeEntry(ControlLoop loop)
{
    /// <summary>How often a question is put.</summary>
    private const int MostAttempts = 3;

    private readonly KeyEntry _keys = new(loop);

    /// <summary>The time that the caller has chosen and confirmed.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="queue">Its hours count.</param>
    /// <param name="cancel">Someone has time for the caller.</param>
    /// <returns>Within the hours of the queue, a week ahead at most; null for as soon as it is the caller's turn.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or the caller has gone.</exception>
    public async Task<DateTimeOffset?> AskAsync(FlowCall flow, string queue, CancellationToken cancel)
    {
        // Nobody waits for keys that the caller cannot be told of.
        if (flow.Site.Prompts.Announcements.Make(Phrase.ChooseTime).Prompt is null)
        {
            return null;
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            switch (await _keys.AskAsync(flow, [Phrase.ChooseTime], 1, KeyEntry.Patience, cancel))
            {
                case "1" or "":
                    return null;
                case "2":
                    return await ChooseAsync(flow, queue, cancel);
            }
        }

        return null;
    }

    private async Task<DateTimeOffset?> ChooseAsync(FlowCall flow, string queue, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var entered = TimeOf(await _keys.AskAsync(flow, [Phrase.EnterTime], 4, KeyEntry.Patience, cancel));
            var now = loop.Time.GetUtcNow();
            if (entered is not { } time
                || flow.Site.HoursOf(queue).NextAt(now, time) is not { } moment
                || SpokenTime.Of(moment, now, flow.Site.Hours.Calendar) is not { } spoken)
            {
                await KeyEntry.SayAsync(flow, cancel, Phrase.TimeRefused);
                continue;
            }

            Phrase[] question = [Phrase.ChosenDay(spoken.Day), Phrase.ChosenTime(spoken.Minute), Phrase.ConfirmTime];
            if (await _keys.AskAsync(flow, question, 1, KeyEntry.Patience, cancel) == "1")
            {
                return moment;
            }
        }

        return null;
    }

    // As it is said: to five minutes.
    private static TimeOnly? TimeOf(string keys) =>
        TimeOnly.TryParseExact(keys, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.AddMinutes(-(time.Minute % Phrase.TimeStep))
            : null;
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Calls.Live;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Events;

/// <summary>Streams that tell an open page "something changed"; the page then fetches its fragments.</summary>
internal static class ChangeStreams
{
    /// <summary>What belongs together happens within this time, and is told once.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(40);

    /// <summary>Shortest time between two tellings: while much happens, a page has other things to do too.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan SimulatorPeriod = TimeSpan.FromMilliseconds(250);

    /// <summary>Tells of each commit of the journal.</summary>
    public static Task LiveAsync(HttpContext context, Streams streams, JournalWatch watch, TimeProvider time) =>
        streams.RunAsync(context, async (stream, cancellation) =>
        {
            while (true)
            {
                var (seq, sentAt) = (watch.Last, time.GetTimestamp());
                await SendAsync(stream, seq, cancellation);
                while (!await watch.WaitAsync(seq, EventStream.Heartbeat, cancellation))
                {
                    await stream.BeatAsync(cancellation);
                }

                var left = Pace - time.GetElapsedTime(sentAt);
                await Task.Delay(left > Gather ? left : Gather, time, cancellation);
            }
        });

    /// <summary>Tells when a simulated party does something else than before.</summary>
    public static Task SimulatorAsync(
        HttpContext context, Streams streams, ISimulatorDriver simulator, LiveBoard live, TimeProvider time) =>
        streams.RunAsync(context, async (stream, cancellation) =>
        {
            using var timer = new PeriodicTimer(SimulatorPeriod, time);
            SimulatorSnapshot? shown = null;
            var boardShown = live.Current;
            long number = 0;
            var sentAt = time.GetTimestamp();
            do
            {
                var (now, board) = (simulator.Snapshot(), live.Current);
                if (!Same(shown, now) || !ReferenceEquals(boardShown.Phones, board.Phones))
                {
                    (shown, boardShown) = (now, board);
                    sentAt = time.GetTimestamp();
                    await SendAsync(stream, ++number, cancellation);
                }
                else if (time.GetElapsedTime(sentAt) >= EventStream.Heartbeat)
                {
                    sentAt = time.GetTimestamp();
                    await stream.BeatAsync(cancellation);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellation));
        });

    private static Task SendAsync(EventStream stream, long id, CancellationToken cancellation) =>
        stream.SendAsync(id, "changed", id.ToString(CultureInfo.InvariantCulture), cancellation);

    private static bool Same(SimulatorSnapshot? shown, SimulatorSnapshot now) =>
        shown is not null && shown.Lines.SequenceEqual(now.Lines) && shown.Phones.SequenceEqual(now.Phones)
        && shown.Lamps.SequenceEqual(now.Lamps) && shown.Relays.SequenceEqual(now.Relays);
}

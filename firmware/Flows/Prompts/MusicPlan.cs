using Switchhook.Audio.Waiting;
using Switchhook.Hardware.Lines;
using Switchhook.Site.Prompts;

namespace Switchhook.Flows.Prompts;

/// <summary>Puts pieces and announcements in a row that can be played again and again. Pure.</summary>
internal static class MusicPlan
{
    /// <summary>A row is no longer: a listener has heard hours by then.</summary>
    private const int MostParts = 1000;

    /// <summary>Mixed music is mixed so often before the same order comes again.</summary>
    private const int MixedRounds = 20;

    /// <summary>The row.</summary>
    /// <param name="music">Says what comes when.</param>
    /// <param name="pieces">Its pieces that are there, in the order of the file.</param>
    /// <param name="between">Its announcements that are there.</param>
    /// <param name="chance">Mixes.</param>
    public static IReadOnlyList<MusicPart> Of(
        MusicConfig music, IReadOnlyList<ReadOnlyMemory<short>> pieces, IReadOnlyList<ReadOnlyMemory<short>> between, Random chance)
    {
        var parts = new List<MusicPart>();
        var order = Enumerable.Range(0, pieces.Count).ToArray();
        var rounds = music.Order == MusicOrder.Mixed && pieces.Count > 1 ? MixedRounds : 1;
        var (count, passed, told) = (0, 0L, 0);
        for (var round = 0; parts.Count < MostParts && pieces.Count > 0; round++)
        {
            // The end of the row fits to its beginning when the announcements are where they were.
            if (round >= rounds && count == 0 && passed == 0 && (between.Count == 0 || told % between.Count == 0))
            {
                break;
            }

            Mix(order, rounds > 1 ? chance : null);
            foreach (var piece in order)
            {
                parts.Add(new MusicPart(pieces[piece], IsAnnouncement: false));
                (count, passed) = between.Count == 0 ? (0, 0) : (count + 1, passed + pieces[piece].Length);
                if (between.Count > 0 && IsDue(music.Every, count, passed))
                {
                    parts.Add(new MusicPart(between[told++ % between.Count], IsAnnouncement: true));
                    (count, passed) = (0, 0);
                }
            }
        }

        return parts;
    }

    private static bool IsDue(MusicEvery every, int count, long passed) => every.Time is { } time
        ? passed >= time.TotalSeconds * LineAudio.SampleRate
        : count >= every.Pieces;

    // The last piece of a round is not the first of the next.
    private static void Mix(int[] order, Random? chance)
    {
        if (chance is null)
        {
            return;
        }

        var last = order[^1];
        chance.Shuffle(order);
        if (order[0] == last)
        {
            var other = chance.Next(1, order.Length);
            (order[0], order[other]) = (order[other], order[0]);
        }
    }
}

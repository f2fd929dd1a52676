using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks that each lamp is one of the board's and shows a hunt group or a queue, or night.</summary>
internal static class LampCheck
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The site.</param>
    /// <param name="board">Its board; null when there is none of that name.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static void Run(SiteDraft draft, Board? board, MistakeLog log)
    {
        foreach (var hotline in draft.Hotlines.Where(one => one.Name.Value == LampDraft.Night && draft.Lamps.Any(lamp => lamp.ShowsNight)))
        {
            var kind = hotline is QueueDraft ? "queue" : "group";
            log.Error(
                hotline.Name.At,
                $"A lamp shows \"night\", and a {kind} has the same name: nobody can tell which is meant.",
                "Give it another name.");
        }

        foreach (var lamp in draft.Lamps)
        {
            if (board is not null && !board.Lamps.ContainsKey(lamp.Name.Value))
            {
                NoteUnknown(lamp.Name, board, log);
            }

            if (lamp.Hotline is { } hotline && !lamp.ShowsNight && !draft.Hotlines.Has(hotline.Value))
            {
                SiteChecks.NoteUnknown(hotline, "group or queue", "groups", draft.Hotlines, log);
            }
        }
    }

    private static void NoteUnknown(Located<string> name, Board board, MistakeLog log)
    {
        var nearest = NearestWord.Of(name.Value, board.Lamps.Keys);
        log.Error(
            name.At,
            $"The board {board.Name} has no lamp \"{name.Value}\".",
            nearest is not null ? $"Write \"{nearest}\" instead."
            : board.Lamps.IsEmpty ? "Remove it: this board has no lamps."
            : $"Write one of: {string.Join(", ", board.Lamps.Keys)}.");
    }
}

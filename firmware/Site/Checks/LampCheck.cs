using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks that each lamp is one of the board's and shows a hunt group, or night.</summary>
internal static class LampCheck
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The site.</param>
    /// <param name="board">Its board; null when there is none of that name.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static void Run(SiteDraft draft, Board? board, MistakeLog log)
    {
        foreach (var group in draft.Groups.Where(group => group.Name.Value == LampDraft.Night && draft.Lamps.Any(lamp => lamp.ShowsNight)))
        {
            log.Error(
                group.Name.At,
                "A lamp shows \"night\", and a group has the same name: nobody can tell which is meant.",
                "Give the group another name.");
        }

        foreach (var lamp in draft.Lamps)
        {
            if (board is not null && !board.Lamps.ContainsKey(lamp.Name.Value))
            {
                NoteUnknown(lamp.Name, board, log);
            }

            if (lamp.Group is { } group && !lamp.ShowsNight && !draft.Groups.Has(group.Value))
            {
                SiteChecks.NoteUnknown(group, "group", "groups", draft.Groups, log);
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

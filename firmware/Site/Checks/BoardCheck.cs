using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Checks;

/// <summary>Finds the board that the site names.</summary>
internal static class BoardCheck
{
    /// <summary>The board; null when there is none of that name, which is noted.</summary>
    public static Board? Run(Located<string>? name, SiteContext context, MistakeLog log)
    {
        var wanted = name?.Value ?? Board.Simulated;
        if (context.Boards.TryGetValue(wanted, out var board))
        {
            return board;
        }

        var nearest = NearestWord.Of(wanted, context.Boards.Keys);
        log.Error(
            name?.At ?? Place.Start,
            $"There is no board \"{wanted}\".",
            nearest is null
                ? $"Write one of: {string.Join(", ", context.Boards.Keys.Order(StringComparer.Ordinal))}."
                : $"Write \"{nearest}\" instead.");
        return null;
    }
}

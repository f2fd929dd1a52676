using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks that each line and each phone has a port of its own, of its kind.</summary>
internal static class PortCheck
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The site.</param>
    /// <param name="board">Its board; null when there is none of that name.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static void Run(SiteDraft draft, Board? board, MistakeLog log)
    {
        var taken = new Dictionary<string, (Place At, string By)>(StringComparer.Ordinal);
        foreach (var line in draft.Lines)
        {
            Check(line.Port, PortKind.Fxo, $"line {line.Name.Value}", board, taken, log);
        }

        foreach (var phone in draft.Phones)
        {
            Check(phone.Port, PortKind.Fxs, $"phone {phone.Number.Value}", board, taken, log);
        }
    }

    private static void Check(
        Located<string>? port,
        PortKind wanted,
        string owner,
        Board? board,
        Dictionary<string, (Place At, string By)> taken,
        MistakeLog log)
    {
        if (port is not { } named)
        {
            return;
        }

        if (board is not null && board.KindOf(named.Value) != wanted)
        {
            NoteWrong(named, wanted, board, log);
        }
        else if (!taken.TryAdd(named.Value, (named.At, owner)))
        {
            var (at, by) = taken[named.Value];
            log.Error(
                named.At,
                $"Port {named.Value} belongs to {by} already (line {at.Line}).",
                $"Give {owner} another port: {Range(wanted, board)}.");
        }
    }

    private static void NoteWrong(Located<string> port, PortKind wanted, Board board, MistakeLog log)
    {
        var what = (board.KindOf(port.Value), wanted) switch
        {
            (PortKind.Fxs, PortKind.Fxo) => $"{port.Value} is a port for a telephone, and this is a line of the exchange.",
            (PortKind.Fxo, PortKind.Fxs) => $"{port.Value} is a port for a line of the exchange, and this is a telephone.",
            _ => $"The board {board.Name} has no port \"{port.Value}\".",
        };
        var users = wanted == PortKind.Fxo ? "lines" : "telephones";
        log.Error(port.At, what, $"Write one of its ports for {users}: {Range(wanted, board)}.");
    }

    private static string Range(PortKind kind, Board? board)
    {
        var (prefix, count) = kind == PortKind.Fxo ? ("fxo", board?.FxoPorts) : ("fxs", board?.FxsPorts);
        return count switch
        {
            0 => "it has none",
            1 => $"{prefix}1",
            null => $"{prefix}1, {prefix}2 and so on",
            _ => $"{prefix}1 to {prefix}{count}",
        };
    }
}

using Switchhook.Hardware.Yaml;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Drafts.Prompts;

/// <summary>Music as the file says it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Pieces">Prompts and files; null for music of a device, and when they are wrong, which is noted already.</param>
/// <param name="Between">Prompts between pieces.</param>
/// <param name="Settings">All that needs no look at other parts of the file.</param>
internal sealed record MusicDraft(
    Located<string> Name, IReadOnlyList<Located<string>>? Pieces, IReadOnlyList<Located<string>> Between, MusicConfig Settings)
    : INamedDraft
{
    /// <summary>Where the time between announcements stands; null without the key.</summary>
    public Place? EveryAt { get; init; }

    /// <summary>The sound files.</summary>
    public IEnumerable<Located<string>> Files => (Pieces ?? []).Where(piece => MusicPiece.Of(piece.Value).File is not null);

    /// <summary>The prompts that are pieces.</summary>
    public IEnumerable<Located<string>> PiecePrompts => (Pieces ?? []).Where(piece => MusicPiece.Of(piece.Value).Prompt is not null);

    /// <summary>Every prompt that it needs.</summary>
    public IEnumerable<Located<string>> Prompts => PiecePrompts.Concat(Between);

    /// <summary>What the model gets.</summary>
    public MusicConfig Build() => Settings with
    {
        Pieces = [.. (Pieces ?? []).Select(piece => MusicPiece.Of(piece.Value))],
        Between = [.. Between.Select(prompt => prompt.Value)],
    };
}

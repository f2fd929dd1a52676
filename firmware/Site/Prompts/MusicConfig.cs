namespace Switchhook.Site.Prompts;

/// <summary>
/// Music for who waits: pieces in a row with announcements between them, or what comes in at a sound device. Compared by value.
/// </summary>
/// <param name="Name">Name in the site file.</param>
public sealed record MusicConfig(string Name)
{
    /// <summary>Most pieces, and most announcements, of one music.</summary>
    public const int MostPieces = 100;

    /// <summary>After so many pieces an announcement comes, at most.</summary>
    public const int MostEvery = 100;

    /// <summary>The softest and the loudest that music may be made, against speech.</summary>
    public const double LeastGain = -30;

    /// <inheritdoc cref="LeastGain"/>
    public const double MostGain = 6;

    /// <summary>All files of a site's music together: they are kept in memory, a minute in 1 MB.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Between two announcements, at least.</summary>
    public static readonly TimeSpan ShortestEvery = TimeSpan.FromSeconds(10);

    /// <summary>Between two announcements, at most.</summary>
    public static readonly TimeSpan LongestEvery = TimeSpan.FromMinutes(30);

    /// <summary>The pieces, in the order of the file; none for music of a device.</summary>
    public ValueList<MusicPiece> Pieces { get; init; } = [];

    /// <summary>In which order they come.</summary>
    public MusicOrder Order { get; init; }

    /// <summary>Prompts that come between pieces, in turn.</summary>
    public ValueList<string> Between { get; init; } = [];

    /// <summary>How often one comes.</summary>
    public MusicEvery Every { get; init; } = MusicEvery.Piece;

    /// <summary>How much louder than speech it is, in decibels.</summary>
    public double Gain { get; init; }

    /// <summary>The sound device that it comes from, in the words of ALSA such as <c>hw:1,0</c>; null for pieces.</summary>
    public string? LineIn { get; init; }

    /// <summary>True when a prompt is heard in it.</summary>
    public bool Needs(string prompt) => Between.Contains(prompt) || Pieces.Any(piece => piece.Prompt == prompt);
}

/// <summary>A piece of music: exactly one of both is set.</summary>
/// <param name="Prompt">Name of a prompt.</param>
/// <param name="File">Path of a sound file, relative to the site file; exists.</param>
public sealed record MusicPiece(string? Prompt, string? File)
{
    /// <summary>A piece as it stands in the file: what has a dot is a file, names of prompts have none.</summary>
    public static MusicPiece Of(string written) =>
        written.Contains('.', StringComparison.Ordinal) || written.Contains('/', StringComparison.Ordinal)
            ? new(null, written)
            : new(written, null);

    /// <inheritdoc/>
    public override string ToString() => Prompt ?? File ?? "";
}

/// <summary>How often an announcement comes between pieces: exactly one of both is set.</summary>
/// <param name="Pieces">After so many pieces.</param>
/// <param name="Time">After the first piece that ends when so much time has passed.</param>
public sealed record MusicEvery(int? Pieces, TimeSpan? Time)
{
    /// <summary>After each piece.</summary>
    public static MusicEvery Piece { get; } = new(1, null);
}

/// <summary>In which order pieces come.</summary>
public enum MusicOrder
{
    /// <summary>As they stand in the file.</summary>
    Listed,

    /// <summary>Mixed anew in each round.</summary>
    Mixed,
}

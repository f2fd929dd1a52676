namespace Switchhook.Web.Pages.Design;

/// <summary>What the page of the design shows: all of it read from the style sheet and the icons.</summary>
public sealed record DesignView
{
    /// <summary>Names and values of the sizes of text.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; }

    /// <summary>Names and values of the spaces.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Spaces { get; init; }

    /// <summary>Fonts, rounded corners, touch size and shadow.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Others { get; init; }

    /// <summary>Colours with their values in the light and in the dark.</summary>
    public required IReadOnlyList<(string Name, string Light, string Dark)> Colours { get; init; }

    /// <summary>Text colours on their grounds.</summary>
    public required IReadOnlyList<ColourPair> Pairs { get; init; }

    /// <summary>The view of the style sheet.</summary>
    internal static DesignView Of(DesignTokens tokens) => new()
    {
        Texts = [.. tokens.Texts],
        Spaces = [.. tokens.Spaces],
        Others = [.. tokens.Others],
        Colours = [.. tokens.Colours],
        Pairs = [.. tokens.Pairs],
    };
}

using YamlDotNet.Core;

namespace Switchhook.Hardware.Yaml;

/// <summary>Reads the text of a YAML file into nodes with places. The part of YAML that a person needs, and no more.</summary>
/// <remarks>
/// Refused, each with place and cure: anchors and aliases (a few lines of them can name billions of values), tags, several documents in a
/// file, keys that are not plain words, the same key twice, tabs as indentation, nesting deeper than <see cref="DeepestNesting"/>, and more
/// than <see cref="MostCharacters"/>.
/// </remarks>
public static class YamlDocument
{
    /// <summary>Most characters of a file.</summary>
    public const int MostCharacters = 1_048_576;

    /// <summary>Most lists and sets of keys inside each other.</summary>
    public const int DeepestNesting = 20;

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="log">Takes the mistakes.</param>
    /// <returns>The root; null when there is nothing to read on with.</returns>
    public static YamlNode? Read(string text, MistakeLog log)
    {
        if (text.Length > MostCharacters)
        {
            log.Error(
                Place.Start,
                $"The file has {text.Length} characters; more than {MostCharacters} are not read.",
                "Keep only what the file is for; sounds and pictures belong into files of their own.");
            return null;
        }

        var whole = text.Length;
        text = text.TrimStart('\uFEFF');
        if (HasTabs(text, log))
        {
            return null;
        }

        var composer = new YamlComposer(new Parser(new StringReader(text)), log, whole - text.Length);
        try
        {
            return composer.ReadWhole();
        }
        catch (YamlException mistake)
        {
            new YamlSyntax(text, log).Report(mistake, composer.OpenBracket);
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner loses its state when a new key begins in a line after an open bracket.
            new YamlSyntax(text, log).ReportBracket(composer.OpenBracket ?? composer.Reached);
            return null;
        }
    }

    private static bool HasTabs(string text, MistakeLog log)
    {
        var found = false;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var tab = line.IndexOf('\t');
            if (tab >= 0 && line[..tab].Trim(' ').IsEmpty && !line.Trim().IsEmpty)
            {
                log.Error(new Place(number, tab + 1), "The line is indented with a tab.", "Use spaces, two for each level.");
                found = true;
            }
        }

        return found;
    }
}

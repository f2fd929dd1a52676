namespace Switchhook.Hardware.Yaml;

/// <summary>Something wrong in a file that a person wrote.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Cure">What to write instead, one sentence.</param>
/// <param name="Severity">Whether the file can be used all the same.</param>
public sealed record Mistake(string File, int Line, int Column, string What, string Cure, Severity Severity)
{
    /// <summary>A drawing of what is meant, in lines; null where the words say it all.</summary>
    public string? Picture { get; init; }

    /// <summary>For logs: place, what and cure in one line.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {What} {Cure}";
}

/// <summary>How bad a mistake is.</summary>
public enum Severity
{
    /// <summary>The file is refused.</summary>
    Error,

    /// <summary>The file works, but probably not as its writer thinks.</summary>
    Warning,
}

namespace Switchhook.Hardware.Yaml;

/// <summary>Collects the mistakes of one file, so that its writer sees all of them at once. Single thread.</summary>
/// <param name="file">Name of the file, for messages.</param>
public sealed class MistakeLog(string file)
{
    /// <summary>A person mends no more than this in one go; further mistakes are only counted.</summary>
    public const int MostMistakes = 200;

    private readonly List<Mistake> _mistakes = [];

    /// <summary>Name of the file.</summary>
    public string File => file;

    /// <summary>True when the file must be refused.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True when further mistakes are only counted, so that their words need no care.</summary>
    public bool IsFull => _mistakes.Count >= MostMistakes;

    /// <summary>Mistakes that are not in <see cref="Sorted"/> because there were too many.</summary>
    public int Omitted { get; private set; }

    /// <summary>Notes a mistake for which the file is refused.</summary>
    /// <param name="at">Place.</param>
    /// <param name="what">What is wrong, one sentence.</param>
    /// <param name="cure">What to write instead, one sentence.</param>
    /// <param name="picture">A drawing of what is meant, in lines; null where the words say it all.</param>
    public void Error(Place at, string what, string cure, string? picture = null)
    {
        HasErrors = true;
        Add(at, what, cure, Severity.Error, picture);
    }

    /// <summary>Notes something that works but is probably not meant.</summary>
    /// <param name="at">Place.</param>
    /// <param name="what">What is odd, one sentence.</param>
    /// <param name="cure">What to do, one sentence.</param>
    /// <param name="picture">A drawing of what is meant, in lines; null where the words say it all.</param>
    public void Warn(Place at, string what, string cure, string? picture = null) => Add(at, what, cure, Severity.Warning, picture);

    /// <summary>The mistakes in the order of the file.</summary>
    public IReadOnlyList<Mistake> Sorted() =>
        [.. _mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column).ThenBy(mistake => mistake.Severity)];

    private void Add(Place at, string what, string cure, Severity severity, string? picture)
    {
        if (IsFull)
        {
            Omitted++;
            return;
        }

        _mistakes.Add(new Mistake(file, at.Line, at.Column, what, cure, severity) { Picture = picture });
    }
}

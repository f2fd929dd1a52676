using Switchhook.Hardware.Yaml;

namespace Switchhook.Site;

/// <summary>What reading a site file gave.</summary>
/// <param name="Model">The site; null when the file has errors.</param>
/// <param name="Text">The file's text, for showing the mistakes in it; empty when it could not be read.</param>
/// <param name="Mistakes">All errors and warnings in the order of the file.</param>
/// <param name="Omitted">Mistakes beyond the first <see cref="MistakeLog.MostMistakes"/>.</param>
public sealed record SiteResult(SiteModel? Model, string Text, IReadOnlyList<Mistake> Mistakes, int Omitted)
{
    /// <summary>The errors, which are why there is no model.</summary>
    public IEnumerable<Mistake> Errors => Mistakes.Where(mistake => mistake.Severity == Severity.Error);

    /// <summary>The warnings; the site can be used all the same.</summary>
    public IEnumerable<Mistake> Warnings => Mistakes.Where(mistake => mistake.Severity == Severity.Warning);
}

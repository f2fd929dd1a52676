namespace Switchhook.Tests.Repository;

/// <summary>One breach of a house rule: where it is, what is wrong and how it is cured.</summary>
internal sealed record Finding(string Path, int Line, string What, string Cure)
{
    public override string ToString() => $"{Path}:{Line}: {What}. {Cure}.";

    /// <summary>Fails the test with all findings, one a line.</summary>
    public static void None(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{all.Count} breach(es) of a house rule:\n{string.Join('\n', all)}");
    }

    /// <summary>Of an exceptions list: the entries whose file is gone or no longer needs one.</summary>
    public static IEnumerable<Finding> OfIdleExceptions(IEnumerable<string> excepted, IEnumerable<Finding> breaches)
    {
        var needed = breaches.Select(finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        return excepted.Where(path => !needed.Contains(path))
            .Select(path => new Finding(path, 1, "is a named exception but keeps the rule", "Take it off the list"));
    }
}

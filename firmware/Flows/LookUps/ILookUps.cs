using Switchhook.Site.Flows;

namespace Switchhook.Flows.LookUps;

/// <summary>Looks values up in the tables of a site: files and servers.</summary>
public interface ILookUps
{
    /// <summary>Looks a row up. Never throws, and ends within the time of the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">What is looked for.</param>
    /// <param name="isCaller">True when it is the number of a caller: it may stand in the table in any form.</param>
    /// <param name="cancel">The caller has gone.</param>
    Task<LookUpAnswer> FindAsync(TableConfig table, string key, bool isCaller, CancellationToken cancel);
}

/// <summary>What a table knows.</summary>
public abstract record LookUpAnswer
{
    private LookUpAnswer()
    {
    }

    /// <summary>There is a row.</summary>
    /// <param name="Values">Of its columns, those that the table names and that are not empty.</param>
    public sealed record Found(IReadOnlyDictionary<string, string> Values) : LookUpAnswer;

    /// <summary>There is none.</summary>
    public sealed record Missing : LookUpAnswer;

    /// <summary>The table cannot be read, or not in time.</summary>
    /// <param name="Why">In words.</param>
    public sealed record Failed(string Why) : LookUpAnswer;
}

/// <summary>Finds nothing: for a box without tables.</summary>
public sealed class NoLookUps : ILookUps
{
    /// <inheritdoc/>
    public Task<LookUpAnswer> FindAsync(TableConfig table, string key, bool isCaller, CancellationToken cancel) =>
        Task.FromResult<LookUpAnswer>(new LookUpAnswer.Failed("This box reads no tables."));
}

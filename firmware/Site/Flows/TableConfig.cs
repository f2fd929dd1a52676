namespace Switchhook.Site.Flows;

/// <summary>Where flows look values up. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Source">Where its rows are.</param>
/// <param name="Values">The columns that become values of the call.</param>
/// <param name="Timeout">How long a look-up may take; callers go the way of <c>failed</c> then.</param>
public sealed record TableConfig(string Name, TableSource Source, ValueList<string> Values, TimeSpan Timeout)
{
    /// <summary>How long a look-up may take where the file says nothing.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(3);
}

/// <summary>Where the rows of a table are.</summary>
public abstract record TableSource
{
    private TableSource()
    {
    }

    /// <summary>A CSV file; its first line names the columns.</summary>
    /// <param name="Path">Relative to the site file.</param>
    /// <param name="Key">The column that is looked for.</param>
    public sealed record Csv(string Path, string Key) : TableSource;

    /// <summary>A table of an SQLite file.</summary>
    /// <param name="Path">Relative to the site file.</param>
    /// <param name="Table">Name of the table or view.</param>
    /// <param name="Key">The column that is looked for.</param>
    public sealed record Sqlite(string Path, string Table, string Key) : TableSource;

    /// <summary>A server that answers with a JSON object, or with 404 for a key that it does not know.</summary>
    /// <param name="Address">HTTP or HTTPS, with <c>{key}</c> where the key goes.</param>
    public sealed record Http(string Address) : TableSource
    {
        /// <summary>What stands in the address for the key.</summary>
        public const string KeyMark = "{key}";
    }
}

/// <summary>Numbers of callers. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Numbers">In E.164, or the beginning of such numbers with <c>*</c> after it.</param>
public sealed record CallerListConfig(string Name, ValueList<string> Numbers);

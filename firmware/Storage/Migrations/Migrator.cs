using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Migrations;

/// <summary>
/// Brings a database to the schema of this version. Each step is an embedded file <c>NNNN-what.sql</c>; steps are added, never changed, and
/// each runs in a transaction of its own together with its entry in <c>schema_version</c>.
/// </summary>
internal static class Migrator
{
    private static readonly IReadOnlyList<Step> Steps = ReadSteps();

    /// <summary>The schema that this version writes.</summary>
    public static int Newest => Steps[^1].Version;

    /// <summary>Runs the steps that are missing.</summary>
    /// <exception cref="DatabaseException">A newer version of the firmware has written the file.</exception>
    public static void Run(SqliteConnection connection, TimeProvider time)
    {
        connection.Execute(
            """
            create table if not exists schema_version (
                version integer primary key, name text not null, applied_at integer not null) strict;
            """);
        var present = VersionOf(connection);
        if (present > Newest)
        {
            throw new DatabaseException(
                $"The database {connection.DataSource} was written by a newer version of Switchhook (schema {present}; this version knows "
                + $"{Newest}). Start the newer version, or restore a backup from before the update.");
        }

        foreach (var step in Steps.Where(step => step.Version > present))
        {
            Apply(connection, step, time);
        }
    }

    private static void Apply(SqliteConnection connection, Step step, TimeProvider time)
    {
        using var transaction = connection.BeginTransaction();

        // A command beside the daemon may have been first.
        if (VersionOf(connection, transaction) >= step.Version)
        {
            return;
        }

        connection.Execute(step.Sql, transaction: transaction);
        connection.Execute(
            "insert into schema_version (version, name, applied_at) values (@Version, @Name, @At)",
            new { step.Version, step.Name, At = Milliseconds.Of(time.GetUtcNow()) },
            transaction);
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.ExecuteScalar<int?>("select max(version) from schema_version", transaction: transaction) ?? 0;

    private static List<Step> ReadSteps()
    {
        var assembly = typeof(Migrator).Assembly;
        var steps = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Step(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name[5..^4], Read(assembly, name)))
            .ToList();
        return steps;
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Step(int Version, string Name, string Sql);
}

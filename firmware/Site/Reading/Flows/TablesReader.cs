using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Flows;
using Switchhook.Site.Reading.Flows.Steps;

namespace Switchhook.Site.Reading.Flows;

/// <summary>Reads where flows look values up.</summary>
internal static class TablesReader
{
    private const string Example = "customers: {file: customers.csv, key: number, values: [name, grade]}";

    private const int MostValues = 20;

    private static readonly string[] KeysOfFiles = ["key", "table"];

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("file"), YamlKey.Optional("table"), YamlKey.Optional("url"), YamlKey.Optional("key"),
        YamlKey.Required("values", "[name, grade]"), YamlKey.Optional("timeout"),
    ];

    /// <summary>Reads <c>tables</c>.</summary>
    public static IReadOnlyList<TableDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "tables", Example, log).Select(entry => Table(entry, log)).OfType<TableDraft>()];

    private static TableDraft? Table(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "table", log);
        if (YamlFields.Open(entry.Value, $"table {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return null;
        }

        if (fields.Has("file") == fields.Has("url") && !fields.HasUnknown)
        {
            log.Error(
                fields.At,
                $"Table {entry.Key.Value} has {(fields.Has("file") ? "both a file and a url" : "neither a file nor a url")}.",
                $"Write for example \"{Example}\".");
        }

        var values = (fields.Texts("values") ?? []).Where(name => ValueNames.IsGood(name, log)).ToList();
        if (values.Count > MostValues)
        {
            log.Error(
                values[MostValues].At, $"Table {entry.Key.Value} has more than {MostValues} values.", "Name only those that flows use.");
        }

        var file = fields.Text("file");
        return new TableDraft(
            entry.Key,
            file is { } path ? OfFile(path, fields, log) : OfServer(fields, log),
            file,
            values,
            fields.Duration("timeout", TimeSpan.FromMilliseconds(100), LongestWait)?.Value ?? TableConfig.UsualTimeout);
    }

    private static TableSource? OfFile(Located<string> file, YamlFields fields, MistakeLog log)
    {
        if (fields.Text("key") is not { } key)
        {
            if (!fields.Has("key"))
            {
                log.Error(
                    file.At, "The table does not say which column is looked for.", "Add \"key: number\" with the name of the column.");
            }

            return null;
        }

        switch (Path.GetExtension(file.Value).ToLowerInvariant())
        {
            case ".csv" when !fields.Has("table"):
                return new TableSource.Csv(file.Value, key.Value);
            case ".csv":
                log.Error(fields.PlaceOf("table"), "A CSV file is one table.", "Remove \"table\".");
                return null;
            case ".db" or ".sqlite" or ".sqlite3" when fields.Text("table") is { } table:
                return new TableSource.Sqlite(file.Value, table.Value, key.Value);
            case ".db" or ".sqlite" or ".sqlite3":
                log.Error(
                    file.At, "An SQLite file has several tables.", "Add \"table: customers\" with the name of the one that is meant.");
                return null;
            default:
                log.Error(file.At, $"\"{file.Value}\" is neither a CSV file nor one of SQLite.", "Take a file .csv, .db or .sqlite.");
                return null;
        }
    }

    private static TableSource.Http? OfServer(YamlFields fields, MistakeLog log)
    {
        foreach (var key in KeysOfFiles.Where(fields.Has))
        {
            log.Error(fields.PlaceOf(key), $"\"{key}\" belongs to a file.", "Remove it; a server answers with the row that is meant.");
        }

        if (fields.Text("url") is not { } address)
        {
            return null;
        }

        if (Uri.TryCreate(address.Value.Replace(TableSource.Http.KeyMark, "0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && address.Value.Contains(TableSource.Http.KeyMark, StringComparison.Ordinal))
        {
            return new TableSource.Http(address.Value);
        }

        log.Error(
            address.At,
            $"\"{Quote.Short(address.Value)}\" is no address to look values up at.",
            "Write for example \"https://crm.example.com/caller?number={key}\", with {key} where the number goes.");
        return null;
    }
}

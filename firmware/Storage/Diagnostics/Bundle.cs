using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Switchhook.Storage.Lines;
using Switchhook.Storage.Logs;
using Switchhook.Storage.Secrets;

namespace Switchhook.Storage.Diagnostics;

/// <summary>
/// What somebody needs who looks for a fault from afar, as one ZIP file: no secret is in it, and no caller's number unless that is asked.
/// </summary>
public static class Bundle
{
    /// <summary>Most days of the journal.</summary>
    public const int MostDays = 30;

    private const int LargestPart = 8 * 1024 * 1024;
    private const int MostFiles = 5000;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes it. Blocks; belongs on a thread of low priority.</summary>
    /// <param name="to">Takes the file.</param>
    /// <param name="ask">What it is to hold.</param>
    /// <param name="database">The box's database.</param>
    /// <param name="secrets">What must not be in it.</param>
    /// <param name="time">The present.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">The stream takes no more.</exception>
    public static void Write(
        Stream to, BundleAsk ask, Database database, SecretStore secrets, TimeProvider time, CancellationToken cancel)
    {
        var mask = new SecretMask(secrets.GetAll().Values);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var written = new List<(string Name, string What, int Bytes, bool IsCut)>();
        foreach (var part in Parts(ask, database, secrets, mask, time))
        {
            cancel.ThrowIfCancellationRequested();
            var bytes = Encoding.UTF8.GetBytes(Cleaned(part, mask, ask.KeepsNumbers));
            var isCut = bytes.Length > LargestPart;
            Add(zip, part.Name, bytes.AsSpan(0, Math.Min(bytes.Length, LargestPart)));
            written.Add((part.Name, part.What, bytes.Length, isCut));
        }

        var manifest = new
        {
            ask.Version,
            MadeAt = time.GetUtcNow(),
            ask.Days,
            Hidden = $"Passwords, keys, codes and addresses with secrets are never in it; what looked like one reads {SecretMask.Hidden}.",
            Numbers = ask.KeepsNumbers
                ? "Numbers and names of callers are in it, as was asked for."
                : "Of telephone numbers only the last two digits are in it; names of callers and notes are left out.",
            Files = written.Select(file => new { file.Name, file.What, file.Bytes, file.IsCut }),
        };
        Add(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
    }

    private static IEnumerable<BundlePart> Parts(
        BundleAsk ask, Database database, SecretStore secrets, SecretMask mask, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var callers = ask.KeepsNumbers ? null : CallerMask.Read(database, mask);
        yield return Of("machine.json", "The machine and how it is.", MachineFacts.Read(ask.DataFolder), isFacts: true);
        yield return Of(
            "database.json",
            "The database: a look through all its pages, and rows of each table.",
            DatabaseFacts.Read(database, true),
            isFacts: true);
        yield return new BundlePart("site.yaml", "The site in force.", SiteText(database, time));
        yield return new BundlePart("log.txt", "The log, newest first.", LogText(ask.DataFolder, callers)) { IsFacts = true };
        yield return new BundlePart(
            "journal.txt",
            $"The journal of {ask.Days} days.",
            BundleJournal.Text(database, now - TimeSpan.FromDays(Math.Clamp(ask.Days, 1, MostDays)), callers, LargestPart))
        {
            IsFacts = true,
        };
        yield return Of(
            "lines.json",
            "Lines and trunks as the journal tells of them; today are the last 24 hours.",
            new LineHealthReader(database).Read(ask.Lines, now, now.AddDays(-1)));
        yield return new BundlePart("files.txt", "Files of the data folder with their sizes.", FileList(ask.DataFolder))
        {
            IsFacts = true,
        };
        yield return new BundlePart("secrets.txt", "Names of the secrets that are set; no secret.", SecretNamesText(secrets));
        foreach (var part in ask.Live)
        {
            yield return part;
        }
    }

    private static string Cleaned(BundlePart part, SecretMask mask, bool keepsNumbers)
    {
        Func<string, string> clean = keepsNumbers || part.IsFacts ? text => text : NumberMask.Clean;
        return part.Name.EndsWith(".json", StringComparison.Ordinal)
            ? new JsonMask(mask, clean).Clean(part.Text, Json)
            : clean(mask.Clean(part.Text));
    }

    private static BundlePart Of(string name, string what, object value, bool isFacts = false) =>
        new(name, what, JsonSerializer.Serialize(value, Json)) { IsFacts = isFacts };

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(bytes);
    }

    private static string SiteText(Database database, TimeProvider time) =>
        new SiteVersions(database, time).Latest() is { } site
            ? $"# version {site.Version.Number}, applied {site.Version.AppliedAt:yyyy-MM-ddTHH:mm:ssZ} by {site.Version.By}\n{site.Yaml}"
            : "# no site was applied yet\n";

    private static string LogText(string dataFolder, CallerMask? callers) =>
        string.Join('\n', LogBook.Read(dataFolder, new LogQuery(LogBook.Most)).Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"{line.At:yyyy-MM-ddTHH:mm:ss.fffZ} {line.Level} {line.Source}: {callers?.Clean(line.Text) ?? line.Text}")));

    private static string SecretNamesText(SecretStore secrets) =>
        string.Join('\n', secrets.List().Select(entry => string.Create(
            CultureInfo.InvariantCulture, $"{entry.Name} set {entry.SetAt:yyyy-MM-dd}{(entry.IsReadable ? "" : " cannot be read")}")));

    private static string FileList(string dataFolder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var text = new StringBuilder();
        foreach (var file in new DirectoryInfo(dataFolder).EnumerateFiles("*", options).Take(MostFiles))
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Length,12} {file.LastWriteTimeUtc:yyyy-MM-ddTHH:mm:ssZ} ")
                .Append(Path.GetRelativePath(dataFolder, file.FullName)).Append('\n');
        }

        return text.ToString();
    }
}

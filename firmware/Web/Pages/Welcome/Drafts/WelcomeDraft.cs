using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Switchhook.Web.Pages.Welcome.Drafts;

/// <summary>
/// What has been filled in at the first start and not yet applied, field by field, so that one can go back, leave, and come again. It is
/// of one site file and for no other. The file is put in place whole; what was written before a crash is there or the answers before it.
/// </summary>
/// <param name="file">Its path; null keeps it in memory.</param>
internal sealed class WelcomeDraft(string? file)
{
    /// <summary>Most characters of a field.</summary>
    public const int LongestField = 1000;

    /// <summary>Most fields: a site has up to 1000 lines with two each and 1000 phones with four, and some beside them.</summary>
    public const int MostFields = 6100;

    private const long LargestFile = 1024 * 1024;

    private static readonly Kept Nothing = new("", FrozenDictionary<string, string>.Empty);

    private readonly Lock _gate = new();
    private Kept? _kept;

    private Kept Now
    {
        get
        {
            lock (_gate)
            {
                return _kept ??= Read();
            }
        }
    }

    /// <summary>By what a text is known again: its SHA-256.</summary>
    public static string PrintOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The fields that were filled in for a site, by their names. Any thread.</summary>
    /// <param name="site">The print of its file.</param>
    public IReadOnlyDictionary<string, string> Of(string site) => Now is { } now && now.Site == site ? now.Fields : Nothing.Fields;

    /// <summary>True when what is kept was filled in for another site file than this. Any thread.</summary>
    /// <param name="site">The print of the file in force.</param>
    public bool IsOfAnother(string site) => Now is { Fields.Count: > 0 } now && now.Site != site;

    /// <summary>
    /// Keeps fields beside those that are there; those of another site go. What the disk does not take is kept until the box stops. Any
    /// thread.
    /// </summary>
    /// <param name="site">The print of the site file that they are for.</param>
    /// <param name="fields">Their names and values.</param>
    public void Keep(string site, IEnumerable<KeyValuePair<string, string>> fields)
    {
        lock (_gate)
        {
            var all = new Dictionary<string, string>(Of(site), StringComparer.Ordinal);
            foreach (var (name, value) in fields)
            {
                all[name] = value.Length <= LongestField ? value : value[..LongestField];
            }

            if (all.Count <= MostFields)
            {
                _kept = new Kept(site, all.ToFrozenDictionary(StringComparer.Ordinal));
                Write(_kept);
            }
        }
    }

    /// <summary>Forgets all: it is applied, or thrown away.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _kept = Nothing;
            Try(() => File.Delete(file!));
        }
    }

    private Kept Read()
    {
        var read = Nothing;
        Try(() =>
        {
            if (new FileInfo(file!) is { Exists: true, Length: <= LargestFile }
                && JsonSerializer.Deserialize<Kept>(File.ReadAllText(file!)) is { Site: not null, Fields: not null } kept)
            {
                read = kept;
            }
        });
        return read;
    }

    private void Write(Kept kept) => Try(() =>
    {
        File.WriteAllText($"{file}.part", JsonSerializer.Serialize(kept));
        File.Move($"{file}.part", file!, overwrite: true);
    });

    private void Try(Action work)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            // The answers are a help and no more: without them one fills the fields in again.
        }
    }

    private sealed record Kept(string Site, IReadOnlyDictionary<string, string> Fields);
}

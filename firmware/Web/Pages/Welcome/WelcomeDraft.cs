using System.Collections.Frozen;
using System.Text.Json;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>
/// What has been filled in at the first start and not yet applied, field by field, so that one can go back, leave, and come again. The
/// file is put in place whole; what was written before a crash is there or the answers before it.
/// </summary>
/// <param name="file">Its path; null keeps it in memory.</param>
internal sealed class WelcomeDraft(string? file)
{
    /// <summary>Most characters of a field.</summary>
    public const int LongestField = 1000;

    /// <summary>Most fields: a board of many ports has some for each.</summary>
    public const int MostFields = 1000;

    private const long LargestFile = 1024 * 1024;

    private readonly Lock _gate = new();
    private FrozenDictionary<string, string>? _fields;

    /// <summary>The fields by their names. Any thread.</summary>
    public IReadOnlyDictionary<string, string> Fields
    {
        get
        {
            lock (_gate)
            {
                return _fields ??= Read();
            }
        }
    }

    /// <summary>Keeps fields beside those that are there. What the disk does not take is kept until the box stops. Any thread.</summary>
    /// <param name="fields">Their names and values.</param>
    public void Keep(IEnumerable<KeyValuePair<string, string>> fields)
    {
        lock (_gate)
        {
            var all = new Dictionary<string, string>(_fields ??= Read(), StringComparer.Ordinal);
            foreach (var (name, value) in fields)
            {
                all[name] = value.Length <= LongestField ? value : value[..LongestField];
            }

            if (all.Count <= MostFields)
            {
                _fields = all.ToFrozenDictionary(StringComparer.Ordinal);
                Write();
            }
        }
    }

    /// <summary>Forgets all: it is applied.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _fields = FrozenDictionary<string, string>.Empty;
            Try(() => File.Delete(file!));
        }
    }

    private FrozenDictionary<string, string> Read()
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        Try(() =>
        {
            if (new FileInfo(file!) is { Exists: true, Length: <= LargestFile })
            {
                read = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file!)) ?? read;
            }
        });
        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void Write() => Try(() =>
    {
        File.WriteAllText($"{file}.part", JsonSerializer.Serialize(_fields));
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
}

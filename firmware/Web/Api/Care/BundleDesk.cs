using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Switchhook.Storage.Diagnostics;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Api.Lines;

namespace Switchhook.Web.Api.Care;

/// <summary>Makes diagnostic bundles, one at a time, in a file that is gone when it was sent.</summary>
internal sealed class BundleDesk(WebBackend backend, LineHealthBook lines) : IDisposable
{
    private const string Scratch = "bundle.part";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly SemaphoreSlim _place = new(1);

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();

    /// <summary>Makes one.</summary>
    /// <returns>The file, to be disposed; null while another is being made.</returns>
    public async Task<(Stream Content, string Name)?> MakeAsync(int days, bool keepsNumbers, CancellationToken cancel)
    {
        if (!await _place.WaitAsync(TimeSpan.Zero, cancel))
        {
            return null;
        }

        try
        {
            var care = backend.Care!;
            care.FlushLog();
            var health = lines.All();
            var ask = new BundleAsk(care.DataFolder, care.Version, [.. health.Select(line => line.Name)], days, keepsNumbers)
            {
                Live =
                [
                    new BundlePart("system.json", "The daemon and figures of its parts.", Text(SystemModel.Of(backend)))
                    {
                        IsFacts = true,
                    },
                    new BundlePart("health.json", "Lines as they are now, with what their ports measure.", Text(health)),
                    new BundlePart("state.json", "Lines, phones and parts as the live board has them.", StateText()),
                ],
            };
            var content = await QuietThread.RunAsync("bundle", () => Write(ask, cancel));
            var name = string.Create(CultureInfo.InvariantCulture, $"switchhook-{backend.Time.GetUtcNow():yyyyMMdd-HHmm}.zip");
            return (content, name);
        }
        finally
        {
            _place.Release();
        }
    }

    private static string Text(object value) => JsonSerializer.Serialize(value, Json);

    private string StateText()
    {
        var live = backend.Live.Current;
        return Text(new
        {
            live.Seq,
            live.At,
            Lines = live.Lines.Values,
            Phones = live.Phones.Values,
            Faults = live.Faults.Values,
            Alarms = live.Alarms.Values,
            Calls = live.Calls.Count,
            Store = backend.Journal.Health.Ok,
            Clock = backend.Audio.IsTicking,
        });
    }

    private FileStream Write(BundleAsk ask, CancellationToken cancel)
    {
        // What a kill left is written over; the one that is being sent has no name any more.
        var path = Path.Combine(ask.DataFolder, Scratch);
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        try
        {
            File.Delete(path);
            var secrets = backend.Secrets ?? SecretStore.OpenToRead(backend.Database, backend.Time);
            Bundle.Write(file, ask, backend.Database, secrets, backend.Time, cancel);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}

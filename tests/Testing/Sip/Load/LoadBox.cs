using System.Globalization;
using System.Net;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing.Crash;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.Testing.Sip.Load;

/// <summary>The daemon with the phones of <see cref="LoadSite"/> registered; sipp plays them all on one port, and the providers.</summary>
public sealed class LoadBox : IAsyncDisposable
{
    private const double RegistrationsPerSecond = 200;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder;
    private readonly ApplianceProcess _box;
    private readonly int _port = LoopbackPorts.Take();

    private LoadBox(TempFolder folder, ApplianceProcess box, int phones) => (_folder, _box, Phones) = (folder, box, phones);

    /// <summary>How many phones there are.</summary>
    public int Phones { get; }

    /// <summary>Where the daemon takes SIP.</summary>
    public IPEndPoint Sip => _box.Sip;

    /// <summary>The process id of the daemon.</summary>
    public int Id => _box.Id;

    /// <summary>What the daemon wrote.</summary>
    public string Output => _box.Output;

    /// <summary>Starts the daemon and registers all phones.</summary>
    /// <exception cref="SippFailedException">Not all could be registered.</exception>
    public static async Task<LoadBox> StartAsync(int phones, bool isRecording, CancellationToken cancel)
    {
        var folder = new TempFolder();
        LoadBox? load = null;
        try
        {
            var site = folder.File("site.yaml");
            await File.WriteAllTextAsync(site, LoadSite.Yaml(phones, isRecording), cancel);
            var settings = new ApplianceSettings { SiteFile = site, DataFolder = folder.File("data") };
            load = new LoadBox(folder, await ApplianceProcess.StartAsync(settings, cancel), phones);
            await load.RegisterAsync(cancel);
            return load;
        }
        catch
        {
            if (load is not null)
            {
                await load._box.DisposeAsync();
            }

            folder.Dispose();
            throw;
        }
    }

    /// <summary>A client of its API.</summary>
    public Task<BoxClient> SignInAsync(CancellationToken cancel) => BoxClient.SignInAsync(_box, cancel);

    /// <summary>All phones answer from now on, at once, until the run is finished or disposed.</summary>
    /// <param name="scenario"><c>Answers/answer</c>, filled.</param>
    /// <param name="limit">How long it runs at most.</param>
    /// <param name="cancel">Ends the start.</param>
    public Task<SippRun> AnswerAsync(SippScenario scenario, TimeSpan limit, CancellationToken cancel) => SippRun.StartAsync(
        scenario.With("ring", 0),
        new SippOptions { Port = _port, Calls = null, TraceMessages = false, ReceiveLimit = limit, Limit = limit + Slack },
        cancel);

    /// <summary>A provider calls its phones, one after the other, again and again.</summary>
    /// <param name="scenario"><c>Trunk/incoming</c>, filled.</param>
    /// <param name="first">The first phone; those of the same trunk follow.</param>
    /// <param name="load">Rate, number and length of the calls, and how long they may take.</param>
    /// <param name="cancel">Ends the start.</param>
    public Task<SippRun> CallAsync(SippScenario scenario, int first, SippOptions load, CancellationToken cancel)
    {
        var phones = Enumerable.Range(first, Math.Min(LoadSite.PhonesPerTrunk, Phones - first));
        return SippRun.StartAsync(
            scenario.With("user", "447700900123").With("called", "[field0]"),
            load with
            {
                Address = IPAddress.Parse(LoadSite.Provider(first)),
                Remote = _box.Sip,
                Rows = [.. phones.Select(phone => new[] { LoadSite.Called(phone) })],
                MaxConcurrent = LoadSite.PhonesPerTrunk,
                TraceMessages = false,
                TraceResponseTimes = true,
            },
            cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _box.DisposeAsync();
        _folder.Dispose();
    }

    // From the port on which they will answer, as phones do.
    private async Task RegisterAsync(CancellationToken cancel)
    {
        var secrets = Secrets();
        var scenario = SippScenario.Load("Register/register")
            .With("user", "[field0]")
            .With("auth", "[field1]")
            .With("expires", 7200)
            .With("contact", "Contact: <sip:[field0]@[local_ip]:[local_port];transport=[transport]>");
        var result = await SippRun.RunAsync(
            scenario,
            new SippOptions
            {
                Remote = _box.Sip,
                Port = _port,
                Calls = Phones,
                Rate = RegistrationsPerSecond,
                TraceMessages = false,
                Rows = secrets,
                Limit = TimeSpan.FromSeconds(Phones / RegistrationsPerSecond) + Slack,
            },
            cancel);
        if (!result.IsClean || result.Successful != Phones)
        {
            throw new SippFailedException($"Not all of the {Phones} phones could be registered: {result}\n{_box.Output}");
        }
    }

    private List<string[]> Secrets()
    {
        using var database = Database.Open(_folder.File("data"), TimeProvider.System, DatabaseUse.Visitor);
        var store = SecretStore.Open(database, TimeProvider.System);
        return
        [
            .. Enumerable.Range(0, Phones).Select(LoadSite.Phone).Select(number => new[]
            {
                number,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[authentication username={number} password={store.Get(SecretNames.Phone(number))}]"),
            }),
        ];
    }
}

using Switchhook.Appliance.Prompts;
using Switchhook.Audio.Prompts;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Outbound;
using Switchhook.Site.Switching;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting;

/// <summary>The site file of the running box: checks a new text whole, puts it in force, keeps each version with who and when.</summary>
internal sealed class SiteKeeper : ISiteAdmin, IDisposable
{
    private readonly SiteFile _file;
    /// <summary>The start waits so long for speech that was not made before; calls go on without what remains until it is spoken.</summary>
    private static readonly TimeSpan PatienceOfStart = TimeSpan.FromSeconds(3);

    /// <summary>Who changes the site waits longer, and has all prompts in force in most cases.</summary>
    private static readonly TimeSpan PatienceOfChange = TimeSpan.FromSeconds(10);

    private readonly PromptLoader _prompts;
    private readonly RestOfSpeech _rest;
    private readonly SiteVersions _versions;
    private readonly SecretStore _secrets;
    private readonly Action<StopReason>? _restart;
    private readonly IReadOnlyDictionary<string, Board> _boards = BoardCatalog.Delivered.ReadAll();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private ControlLoop? _loop;
    private BoxCore? _core;
    private Action<string> _told = _ => { };
    private bool _isRescue;
    private volatile bool _isExample;

    public SiteKeeper(
        SiteFile file, PromptLoader prompts, SiteVersions versions, SecretStore secrets, Action<StopReason>? restart = null)
    {
        _restart = restart;
        _file = file;
        _prompts = prompts;
        _rest = new RestOfSpeech(prompts, file.Folder);
        _versions = versions;
        _secrets = secrets;
    }

    public SiteModel Model => _core?.Site.Model ?? throw new InvalidOperationException("The box has no site yet.");

    public bool IsExample => _isExample;

    /// <summary>The folder of the site file.</summary>
    public string Folder => _file.Folder;

    /// <summary>The prompts in force. Any thread.</summary>
    public PromptLibrary Prompts => _core?.Site.Prompts ?? throw new InvalidOperationException("The box has no site yet.");

    /// <summary>Loads one prompt of the site anew, whose sound has changed on the disk, for the next call.</summary>
    /// <param name="name">Name of the prompt.</param>
    /// <param name="change">What has changed, for the journal.</param>
    public async Task RefreshPromptAsync(string name, PromptChanged change)
    {
        await _oneAtATime.WaitAsync();
        await _rest.StopAsync();
        try
        {
            var site = _core!.Site;
            var prompts = await _prompts.ReloadAsync(site.Prompts, site.Model, _file.Folder, name, CancellationToken.None);
            await _loop!.InvokeAsync(() => _core.UsePrompts(prompts, change));
        }
        finally
        {
            SpeakTheRest();
            _oneAtATime.Release();
        }
    }

    /// <summary>Reads the site file for the start; a wrong one gives way to the version that was in force last.</summary>
    /// <param name="told">Is told in words what happened, also later.</param>
    /// <exception cref="BoxException">The file is wrong and there is no earlier version.</exception>
    public async Task<(SiteInForce Site, string Yaml, Board Board)> LoadAsync(Action<string> told, CancellationToken cancel)
    {
        _told = told;
        var result = SiteReader.ReadFile(_file.Path, PromptReader.LengthOf);
        if (result.Model is null)
        {
            told(SiteReport.Render(result, _file.Path));
            var last = _versions.Latest();
            if (last is null || SiteReader.Read(last.Yaml, _file.Path, Context).Model is not { } model)
            {
                return await RescueAsync(result.Text, last?.Yaml, told, cancel);
            }

            told($"The box starts with version {last.Version.Number} of the site, from {last.Version.AppliedAt:yyyy-MM-dd HH:mm} UTC.");
            return (await InForceAsync(model, PatienceOfStart, cancel), last.Yaml, _boards[model.Board]);
        }

        return (await InForceAsync(result.Model, PatienceOfStart, cancel), result.Text, _boards[result.Model.Board]);
    }

    // Somebody may need help before the file is mended. A file that is not there at all is a slip on the command line.
    private async Task<(SiteInForce Site, string Yaml, Board Board)> RescueAsync(
        string text, string? last, Action<string> told, CancellationToken cancel)
    {
        if (!File.Exists(_file.Path))
        {
            throw new BoxException(
                $"The site file {_file.Path} cannot be used, and there is no earlier version of it. Mend it and start again.");
        }

        _isRescue = true;
        var (model, board) = RescueSite.Of([text, last ?? ""], _boards);
        told(
            $"The site file {_file.Path} cannot be used, and there is no earlier version of it. Until it is mended the telephones reach "
                + $"emergency numbers ({model.Country}) and nothing else.");
        return (await InForceAsync(model, PatienceOfStart, cancel), last ?? text, board);
    }

    /// <summary>Puts the site of the start in force.</summary>
    public async Task BeginAsync(ControlLoop loop, BoxCore core, string yaml)
    {
        _loop = loop;
        _core = core;
        _isExample = SiteFile.IsExample(yaml);
        var summary = SiteSummary.Of(core.Site.Model);
        if (_versions.Latest()?.Yaml != yaml && !_isRescue)
        {
            _versions.Add(yaml, "the start of the box", summary);
        }

        var told = summary + MakeSecrets(core.Site.Model);
        await loop.InvokeAsync(() => core.Apply(core.Site, "the start of the box", told));
        if (core.Site.Prompts.Pending.Values.Sum() is > 0 and var sentences)
        {
            _told($"{sentences} sentences are still being spoken; until then calls go on without them.");
        }

        SpeakTheRest();
    }

    public SwitchResult Switch(string yaml, SwitchWay way, string name) =>
        QueueFromGroup.Switch(yaml, _file.Path, Context, way, name);

    public SiteFindings Check(string yaml)
    {
        var (result, model) = (SiteReader.Read(yaml, _file.Path, Context), Model);
        return new SiteFindings(result.Mistakes, result.Omitted, result.Model)
        {
            Changes = result.Model is null ? [] : SiteDiff.Between(model, result.Model),
            Restart = result.Model is null ? null : NeedsRestart(result.Model),
        };
    }

    public async Task<SiteOutcome> ApplyAsync(string yaml, SiteChange change, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        await _rest.StopAsync();
        try
        {
            // Under the lock: of two who have seen the same version, the second is told of the first.
            if (change.Base is { } seen && _versions.Latest()?.Version is { } current && current.Number != seen)
            {
                return new SiteOutcome.Overtaken(current);
            }

            var result = SiteReader.Read(yaml, _file.Path, Context);
            if (result.Model is not { } model)
            {
                return new SiteOutcome.Wrong(result.Mistakes, result.Omitted);
            }

            return NeedsRestart(model) is not { } why ? await PutInForceAsync(model, result, change)
                : change.MayRestart && _restart is not null ? RestartWith(model, result, change)
                : new SiteOutcome.NotNow(why);
        }
        finally
        {
            SpeakTheRest();
            _oneAtATime.Release();
        }
    }

    /// <summary>Ends what is under way; the box goes down.</summary>
    public Task StopAsync() => _rest.StopAsync();

    public void Dispose() => _oneAtATime.Dispose();

    private SiteContext Context => SiteContext.Of(_file.Path, _boards, PromptReader.LengthOf);

    private async Task<SiteOutcome> PutInForceAsync(SiteModel model, SiteResult result, SiteChange change)
    {
        var changes = SiteDiff.Between(Model, model);
        var summary = changes.Count == 0 ? "Nothing changed but words." : string.Join(' ', changes);
        var site = await InForceAsync(model, PatienceOfChange, CancellationToken.None);

        // On disk first: after a power cut the box starts with what it was told last.
        var (version, failure) = Write(result.Text, change, summary);
        if (version is null)
        {
            return NotWritten(failure!);
        }

        var told = summary + MakeSecrets(model);
        _isExample = SiteFile.IsExample(result.Text);
        await _loop!.InvokeAsync(() => _core!.Apply(site, change.By, told));
        return new SiteOutcome.Applied(version, [.. result.Warnings]);
    }

    // The site in force stays until the box goes down, which it does at once.
    private SiteOutcome RestartWith(SiteModel model, SiteResult result, SiteChange change)
    {
        if (_core!.Live.Current.Calls.Count > 0)
        {
            return new SiteOutcome.NotNow(
                "The box has to start anew for this, and a call is going on. Apply it again when the call is over.");
        }

        var (version, failure) = Write(result.Text, change, string.Join(' ', SiteDiff.Between(Model, model)));
        if (version is null)
        {
            return NotWritten(failure!);
        }

        _restart!(StopReason.RestartForSite);
        return new SiteOutcome.Applied(version, [.. result.Warnings]) { Restarts = true };
    }

    private (SiteVersion? Version, string? Failure) Write(string text, SiteChange change, string summary) =>
        _file.Stage(text) is { } unwritable ? (null, unwritable)
        : _versions.Add(text, change.By, summary, change.Note) is not { } version
            ? (null, "The store cannot be written, the disk may be full.")
        : _file.Commit() is { } unmovable ? (null, unmovable)
        : (version, null);

    // Before the site is in force, so that no phone of it is without one.
    private string MakeSecrets(SiteModel model)
    {
        var made = _secrets.MakeMissing(SecretNames.OfPhones(model));
        return made.Count == 0 ? "" : $" Secrets were made: {string.Join(", ", made)}.";
    }

    private static SiteOutcome.NotNow NotWritten(string failure) =>
        new($"The new site cannot be kept, so the old one stays: {failure} Cure that and try again.");

    private async Task<SiteInForce> InForceAsync(SiteModel model, TimeSpan patience, CancellationToken cancel)
    {
        var prompts = await _prompts.LoadAsync(model, _file.Folder, patience, cancel);
        return new SiteInForce(model, CountryTable.Get(model.Country), prompts);
    }

    private void SpeakTheRest() => _rest.Start(_core!.Site, UseSpokenAsync);

    private async Task UseSpokenAsync(PromptLibrary prompts)
    {
        await _loop!.InvokeAsync(() => _core!.UseSpoken(prompts));
        if (prompts.Pending.IsEmpty)
        {
            var missing = prompts.Missing.Select(one => $" {one.Key} ({one.Value})");
            _told(prompts.Missing.IsEmpty
                ? "All sentences are spoken."
                : $"All sentences are spoken but these, without which calls go on:{string.Join(';', missing)}");
        }
    }

    private string? NeedsRestart(SiteModel model) =>
        model.Country != Model.Country
            ? $"The country cannot change from {Model.Country} to {model.Country} while the box runs. Write the file in place and restart."
        : model.Board != Model.Board
            ? $"The board cannot change from {Model.Board} to {model.Board} while the box runs. Write the file in place and restart."
        : model.Sip != Model.Sip
            ? "What the section sip says cannot change while the box runs. Write the file in place and restart."
        : null;
}

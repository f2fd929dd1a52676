using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Storage.Diagnostics;

namespace Switchhook.Appliance.Prompts;

/// <summary>
/// Speaks, beside the running box, what a site did not wait for when it came into force. One user at a time, who stops it before the
/// prompts are changed by another way.
/// </summary>
/// <param name="loader">Speaks.</param>
/// <param name="folder">Folder of the site file.</param>
internal sealed class RestOfSpeech(PromptLoader loader, string folder) : IAsyncDisposable
{
    /// <summary>After so long what has been spoken meanwhile is put in force.</summary>
    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    /// <summary>Begins, where something of the site is pending.</summary>
    /// <param name="site">The site in force.</param>
    /// <param name="use">Puts the prompts in force; is called until nothing is pending.</param>
    public void Start(SiteInForce site, Func<PromptLibrary, Task> use)
    {
        if (site.Prompts.Pending.IsEmpty)
        {
            return;
        }

        _stop = new CancellationTokenSource();
        var token = _stop.Token;
        _running = QuietScheduler.RunAsync("speech", () => SpeakAsync(site, use, token));
    }

    /// <summary>Stops, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_stop is null)
        {
            return;
        }

        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _stop = null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(StopAsync());

    private async Task SpeakAsync(SiteInForce site, Func<PromptLibrary, Task> use, CancellationToken cancel)
    {
        var before = int.MaxValue;
        for (var pending = site.Prompts.Pending.Values.Sum(); pending > 0;)
        {
            // A portion in which only what fails was tried would come to no end.
            var patience = pending < before ? Portion : Timeout.InfiniteTimeSpan;
            var library = await loader.LoadAsync(site.Model, folder, patience, cancel, site.Prompts.Music);
            (before, pending) = (pending, library.Pending.Values.Sum());
            cancel.ThrowIfCancellationRequested();
            await use(library);
        }
    }
}

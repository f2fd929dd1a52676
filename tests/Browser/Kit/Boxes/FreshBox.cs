using Switchhook.Testing.Processes;

namespace Switchhook.BrowserTests.Kit.Boxes;

/// <summary>The daemon at its first start, with the demo site, and the claim code that it printed.</summary>
internal sealed class FreshBox : IAsyncDisposable
{
    private FreshBox(ApplianceProcess process, string claimCode)
    {
        Process = process;
        ClaimCode = claimCode;
    }

    /// <summary>The daemon.</summary>
    public ApplianceProcess Process { get; }

    /// <summary>What the page asks for at first.</summary>
    public string ClaimCode { get; }

    /// <summary>Starts one.</summary>
    /// <param name="ct">Ends it.</param>
    /// <param name="speaks">False for one of which nobody hears a sentence: it is there sooner.</param>
    public static async Task<FreshBox> StartAsync(CancellationToken ct, bool speaks = true)
    {
        var settings = new ApplianceSettings { StartLimit = Limits.Start, WaitForSpeech = speaks };
        var process = await ApplianceProcess.StartAsync(settings, ct);
        try
        {
            var code = await Until.ThereAsync(
                "the claim code in the daemon's output", Limits.Page, () => Task.FromResult(process.ClaimCode));
            return new FreshBox(process, code);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Process.DisposeAsync();
}

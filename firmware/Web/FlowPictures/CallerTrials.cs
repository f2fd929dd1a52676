using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Trial;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Web.Advice;

namespace Switchhook.Web.FlowPictures;

/// <summary>
/// Takes callers through flows on paper: few at once and not for long, since look-ups wait for servers. No call notices.
/// </summary>
/// <param name="backend">The box.</param>
internal sealed class CallerTrials(WebBackend backend)
{
    /// <summary>Most at once.</summary>
    public const int MostAtOnce = 4;

    /// <summary>It is broken off after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _running;

    /// <summary>The way that a caller would take.</summary>
    /// <param name="site">The site that the request was read for.</param>
    /// <param name="request">The caller.</param>
    /// <param name="asker">The asker has gone.</param>
    /// <exception cref="CalculationRefusedException">Others are going on, or it took too long.</exception>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async Task<TrialResult> RunAsync(SiteModel site, TrialRequest request, CancellationToken asker)
    {
        try
        {
            if (Interlocked.Increment(ref _running) > MostAtOnce)
            {
                throw new CalculationRefusedException(
                    $"{MostAtOnce} callers are being taken through already.", "Try again in a moment.", 5);
            }

            using var limit = new CancellationTokenSource(Longest, backend.Time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(asker, limit.Token);
            try
            {
                var inForce = new SiteInForce(site, CountryTable.Get(site.Country), PromptLibrary.Empty);
                return await FlowTrial.RunAsync(inForce, request, backend.Time.GetUtcNow(), backend.LookUps, stop.Token);
            }
            catch (OperationCanceledException) when (!asker.IsCancellationRequested)
            {
                throw new CalculationRefusedException(
                    $"The tables did not answer within {Longest.TotalSeconds:0} seconds.",
                    "Look whether their files and servers are there, or give them less time in the site file.",
                    null);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}

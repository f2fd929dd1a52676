using Switchhook.Flows.LookUps;
using Switchhook.Site.Flows;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Tables that know the same of everybody.</summary>
internal sealed class FakeLookUps : ILookUps
{
    /// <summary>What they know; null for tables that never answer.</summary>
    public LookUpAnswer? Answer { get; set; } = new LookUpAnswer.Missing();

    public async Task<LookUpAnswer> FindAsync(TableConfig table, string key, bool isCaller, CancellationToken cancel)
    {
        if (Answer is { } answer)
        {
            return answer;
        }

        // As the tables of the box do it: who has gone is answered too.
        var gone = new TaskCompletionSource();
        await using var stop = cancel.Register(gone.SetResult);
        await gone.Task;
        return new LookUpAnswer.Failed("The caller has hung up.");
    }
}

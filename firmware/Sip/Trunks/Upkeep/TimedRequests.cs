using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>Requests whose answer is waited for less long than the 32 s of the standard.</summary>
internal static class TimedRequests
{
    /// <summary>What became of a request; after the limit that it was not answered, whatever comes later.</summary>
    public static async Task<RequestOutcome> WithinAsync(
        this PendingRequest request, TimeSpan limit, TimeProvider time, CancellationToken end)
    {
        try
        {
            return await request.Outcome.WaitAsync(limit, time, end);
        }
        catch (TimeoutException)
        {
            var words = $"{request.Sent.Method} was not answered within {limit.TotalSeconds:0} s.";
            return new RequestOutcome(null, new TransactionFault(TransactionFaultKind.Timeout, words));
        }
    }
}

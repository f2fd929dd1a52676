namespace Switchhook.Sip.Trunks.Targets.Dns;

/// <summary>Asks the domain name system. The running one asks name servers, tests have records in memory.</summary>
public interface IDnsSource
{
    /// <summary>Asks one question. What fails is an answer too: nothing is thrown but the cancellation. Any thread.</summary>
    /// <param name="question">The question.</param>
    /// <param name="end">Nobody waits for the answer any more.</param>
    Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken end);
}

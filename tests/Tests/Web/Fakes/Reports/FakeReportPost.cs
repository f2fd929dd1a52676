using System.Collections.Concurrent;
using Switchhook.Site.Alerts;
using Switchhook.Web.Seams.Reports;

namespace Switchhook.Tests.Web.Fakes.Reports;

/// <summary>A mail server that a test answers for.</summary>
internal sealed class FakeReportPost : IReportPost
{
    private readonly ConcurrentQueue<ReportMail> _tried = new();

    /// <summary>What was given to it, in order.</summary>
    public IReadOnlyList<ReportMail> Tried => [.. _tried];

    /// <summary>Its answer.</summary>
    public Func<Task<ReportPosted>> Answer { get; set; } = () => Task.FromResult(new ReportPosted(true, null));

    public Task<ReportPosted> SendAsync(AlertConfig by, ReportMail mail, CancellationToken cancel)
    {
        _tried.Enqueue(mail);
        return Answer().WaitAsync(cancel);
    }
}

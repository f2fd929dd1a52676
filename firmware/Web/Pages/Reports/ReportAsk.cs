namespace Switchhook.Web.Pages.Reports;

/// <summary>What was asked for on the page of reports.</summary>
/// <param name="Of">What the report is of.</param>
/// <param name="Name">Which one.</param>
/// <param name="Period">Length of the period.</param>
/// <param name="Day">A day of it.</param>
/// <param name="To">Its last day, of a free one.</param>
/// <param name="Figure">The figure of the chart.</param>
public sealed record ReportAsk(string Of, string? Name, string Period, string Day, string To, string? Figure);

namespace Switchhook.Web.Pages.Live;

/// <summary>The whole live page.</summary>
public sealed record LiveView(NowView Now, TodayView Today);

namespace Switchhook.Web.Pages.Live;

/// <summary>The whole live page.</summary>
/// <param name="Now">What happens.</param>
/// <param name="Today">The calls of today; null for those who may not read calls.</param>
public sealed record LiveView(NowView Now, TodayView? Today);

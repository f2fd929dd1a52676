using Switchhook.Web.Api.Models;
using Switchhook.Web.Seams;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Safety;

/// <summary>What the page of emergency calls and stopped phones shows.</summary>
/// <param name="Emergency">The log of emergency calls.</param>
/// <param name="Stopped">Phones that may not call outside now.</param>
/// <param name="Words">Names and times.</param>
public sealed record SafetyView(EmergencyModel Emergency, IReadOnlyList<StoppedPhone> Stopped, SiteWords Words);
